package org.verbacode.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Suggestion;
import org.verbacode.exchange.CsvWriter;
import org.verbacode.exchange.Formulas;
import org.verbacode.exchange.ReadOptions;
import org.verbacode.exchange.Row;
import org.verbacode.exchange.SurveyFile;
import org.verbacode.exchange.TableReader;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.learning.Model;
import org.verbacode.study.AnswerId;
import org.verbacode.study.ImportReport.Rejection;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/** Codes a file of texts of any length by a model, without a study: a row in gives a row out, in order. */
public final class CodeFile {
    private static final Message TASK = Message.of("workflow.task.coding");
    private static final String CODES = "codes";
    private static final String BETWEEN_CODES = "|";
    private static final int ROWS_BETWEEN_REPORTS = 100;

    /** Nothing is kept of the answers of the file, so they need no identity of their own. */
    private static final AnswerId ANY = new AnswerId("0".repeat(32));

    private final Path folder;

    /** @param folder the workspace's, for its models */
    public CodeFile(Path folder) {
        this.folder = folder;
    }

    /**
     * What to code.
     *
     * @param model a model's name, or the folder of one
     * @param text the column of the texts
     */
    public record Request(String model, Path in, String text, Path out) {}

    /**
     * What was done.
     *
     * @param rows written
     * @param codes given in all
     * @param rejections rows that could not be read whole; they were written as they are, without codes
     */
    public record Outcome(long rows, long codes, List<Rejection> rejections) {
        public Outcome {
            rejections = List.copyOf(rejections);
        }
    }

    /** @throws RefusedException if there is no such model or column, or a file cannot be read or written */
    public Outcome run(Request request, Progress progress) {
        Model model = new ModelShelf(Workspace.modelsIn(folder)).read(request.model());
        SurveyFile file = SurveyFile.open(request.in(), ReadOptions.FIND_OUT);
        int text = CodedTexts.column(file, request.text());
        checkApart(request);
        List<String> headers = new ArrayList<>(file.headers());
        headers.add(CODES);
        model.codebook().codes().forEach(code -> headers.add(code.name()));
        FrenchAnalyser analyser = model.analyser();
        Tally tally = new Tally();
        try (TableReader rows = file.rows();
                CsvWriter csv = CsvWriter.create(request.out(), headers);
                AllCores cores = new AllCores()) {
            progress.at(TASK, 0, 0);
            cores.each(new EachRow(rows), row -> coded(row, text, file.headers().size(), model, analyser), coded -> {
                csv.write(coded.cells());
                tally.add(coded, file.name());
                if (tally.rows % ROWS_BETWEEN_REPORTS == 0) {
                    progress.at(TASK, tally.rows, 0);
                }
            });
            csv.finish();
        }
        return new Outcome(tally.rows, tally.codes, tally.rejections);
    }

    private static void checkApart(Request request) {
        try {
            if (Files.exists(request.out()) && Files.isSameFile(request.in(), request.out())) {
                throw new RefusedException(Message.of("workflow.code.same", request.out()));
            }
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.out.unwritable", request.out()), e);
        }
    }

    private record Coded(List<String> cells, int codes, Row row) {}

    private static Coded coded(Row row, int text, int columns, Model model, FrenchAnalyser analyser) {
        List<String> cells = row.cells().stream()
                .limit(columns)
                .map(Formulas::neutralised)
                .collect(Collectors.toCollection(ArrayList::new));
        List<Code> codes = model.codebook().codes();
        // Who wrote nothing bears no code, whatever the model would say of an empty text.
        if (row.problem() != null || row.cells().get(text).isBlank()) {
            Stream.generate(() -> "")
                    .limit(columns - cells.size() + 1 + codes.size())
                    .forEach(cells::add);
            return new Coded(cells, 0, row);
        }
        Map<CodeId, Suggestion> said = new HashMap<>();
        model.suggest(ANY, analyser.analyse(row.cells().get(text)))
                .forEach(suggestion -> said.put(suggestion.code(), suggestion));
        List<Code> proposed = codes.stream()
                .filter(code -> {
                    Suggestion suggestion = said.get(code.id());
                    return suggestion != null && suggestion.proposed();
                })
                .toList();
        cells.add(Formulas.neutralised(proposed.stream().map(Code::name).collect(Collectors.joining(BETWEEN_CODES))));
        for (Code code : codes) {
            Suggestion suggestion = said.get(code.id());
            cells.add(suggestion == null ? "" : String.valueOf(suggestion.probability()));
        }
        return new Coded(cells, proposed.size(), row);
    }

    private static final class Tally {
        private long rows;
        private long codes;
        private final List<Rejection> rejections = new ArrayList<>();

        void add(Coded coded, String file) {
            rows++;
            codes += coded.codes();
            Row.Problem problem = coded.row().problem();
            if (problem != null) {
                rejections.add(new Rejection(file, coded.row().number(), problem.column(), problem.reason()));
            }
        }
    }
}
