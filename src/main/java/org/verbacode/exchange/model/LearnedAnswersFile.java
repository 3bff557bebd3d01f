package org.verbacode.exchange.model;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.exchange.Formulas;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.exchange.survey.Row;
import org.verbacode.exchange.survey.SurveyFile;
import org.verbacode.exchange.survey.TableReader;
import org.verbacode.exchange.table.CsvWriter;
import org.verbacode.learning.LearnedAnswer;
import org.verbacode.learning.ModelCard;
import org.verbacode.study.AnswerId;
import org.verbacode.study.WaveName;

/**
 * The training answers of a model version, one per row and one column per code: 1 if it applied, 0 if not, empty if
 * it was not considered. An answer without a coder was used without its codes. The file holds no text.
 */
final class LearnedAnswersFile {
    private static final List<String> FIXED = List.of("answer", "wave", "text", "coder");
    /** More rows than any survey has: bounds the memory of a hostile file. */
    private static final int MAX_ROWS = 5_000_000;

    private LearnedAnswersFile() {}

    static void write(List<LearnedAnswer> answers, List<ModelCard.CodeLine> codes, Path file) {
        List<String> headers = Stream.concat(FIXED.stream(), codes.stream().map(ModelCard.CodeLine::name))
                .toList();
        try (CsvWriter csv = CsvWriter.create(file, headers)) {
            for (LearnedAnswer answer : answers) {
                CoderName coder = answer.coder();
                List<String> cells = new ArrayList<>(List.of(
                        answer.answer().value(),
                        Formulas.neutralised(answer.wave().value()),
                        String.valueOf(answer.text()),
                        coder == null ? "" : Formulas.neutralised(coder.value())));
                for (ModelCard.CodeLine code : codes) {
                    Boolean applies = answer.considered().get(new CodeId(code.code()));
                    cells.add(applies == null ? "" : applies ? "1" : "0");
                }
                csv.write(cells);
            }
            csv.finish();
        }
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException if it is not such a file, or not of these codes
     * @throws org.verbacode.study.RefusedException if it cannot be read, or a name in it is invalid
     */
    static List<LearnedAnswer> read(Path path, List<ModelCard.CodeLine> codes) {
        SurveyFile file = SurveyFile.open(path, new ReadOptions(StandardCharsets.UTF_8, ','));
        int width = FIXED.size() + codes.size();
        if (file.headers().size() != width
                || !file.headers().subList(0, FIXED.size()).equals(FIXED)) {
            throw new IllegalArgumentException("not the columns of learned answers");
        }
        List<LearnedAnswer> answers = new ArrayList<>();
        try (TableReader rows = file.rows()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row.problem() != null || row.cells().size() != width || answers.size() == MAX_ROWS) {
                    throw new IllegalArgumentException("not a learned answer: row " + row.number());
                }
                answers.add(answer(row.cells(), codes));
            }
        }
        return answers;
    }

    private static LearnedAnswer answer(List<String> cells, List<ModelCard.CodeLine> codes) {
        String coder = Formulas.restored(cells.get(3));
        Map<CodeId, Boolean> considered = new LinkedHashMap<>();
        for (int code = 0; code < codes.size(); code++) {
            String cell = cells.get(FIXED.size() + code);
            if (!cell.isEmpty()) {
                considered.put(new CodeId(codes.get(code).code()), verdict(cell));
            }
        }
        return new LearnedAnswer(
                new AnswerId(cells.get(0)),
                new WaveName(Formulas.restored(cells.get(1))),
                Integer.parseInt(cells.get(2)),
                coder.isEmpty() ? null : new CoderName(coder),
                considered);
    }

    private static boolean verdict(String cell) {
        if (!cell.equals("0") && !cell.equals("1")) {
            throw new IllegalArgumentException("neither 0 nor 1");
        }
        return cell.equals("1");
    }
}
