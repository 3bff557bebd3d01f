package org.verbacode.workflow.analysis;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.verbacode.exchange.Formulas;
import org.verbacode.exchange.SafeFile;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.exchange.survey.Row;
import org.verbacode.exchange.survey.SurveyFile;
import org.verbacode.exchange.survey.TableReader;
import org.verbacode.exchange.table.CsvWriter;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.ConlluFile;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.Token;
import org.verbacode.study.ImportReport.Rejection;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.LabelledFile;
import org.verbacode.workflow.ParallelMap;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.RowIterator;

/** Analyses a file of texts of any length and writes its tokens, parts of speech and lemmas. */
public final class AnalyseFile {
    private static final Message TASK = Message.of("workflow.task.reading");
    private static final int ROWS_BETWEEN_REPORTS = 100;
    private static final List<String> COLUMNS =
            List.of("row", "sentence", "token", "start", "end", "written", "form", "upos", "lemma", "polarity");

    private final Path folder;

    /** @param folder the workspace's, for its lexicon */
    public AnalyseFile(Path folder) {
        this.folder = folder;
    }

    /**
     * What to analyse.
     *
     * @param text the column of the texts
     * @param out CSV if its name ends in {@code .csv}, else CoNLL-U
     */
    public record Request(Path in, String text, Path out) {}

    /**
     * The result.
     *
     * @param rows number of rows read
     * @param tokens number of tokens
     * @param rejections rows that could not be read
     */
    public record Outcome(long rows, long tokens, List<Rejection> rejections) {
        public Outcome {
            rejections = List.copyOf(rejections);
        }
    }

    /** Receives the analysis of one row. */
    private interface Sink {
        void take(long row, AnalysedAnswer answer) throws IOException;
    }

    private static final class Tally {
        private long rows;
        private long tokens;
        private final List<Rejection> rejections = new ArrayList<>();
    }

    private record Read(Row row, AnalysedAnswer answer) {}

    /** @throws RefusedException if there is no such column, or a file cannot be read or written */
    public Outcome run(Request request, Progress progress) {
        SurveyFile file = SurveyFile.open(request.in(), ReadOptions.FIND_OUT);
        int text = LabelledFile.column(file, request.text());
        boolean table = String.valueOf(request.out().getFileName())
                .toLowerCase(Locale.ROOT)
                .endsWith(".csv");
        Tally tally =
                table ? asTable(file, text, request.out(), progress) : asConllu(file, text, request.out(), progress);
        return new Outcome(tally.rows, tally.tokens, tally.rejections);
    }

    private Tally asTable(SurveyFile file, int text, Path out, Progress progress) {
        try (CsvWriter csv = CsvWriter.create(out, COLUMNS)) {
            Tally tally = each(file, text, out, progress, (row, answer) -> rows(row, answer)
                    .forEach(csv::write));
            csv.finish();
            return tally;
        }
    }

    private Tally asConllu(SurveyFile file, int text, Path out, Progress progress) {
        try (SafeFile safe = SafeFile.create(out)) {
            Tally tally;
            try (BufferedWriter writer = Files.newBufferedWriter(safe.temporary(), StandardCharsets.UTF_8)) {
                tally = each(
                        file,
                        text,
                        out,
                        progress,
                        (row, answer) -> ConlluFile.write(String.valueOf(row), answer, writer));
            } catch (IOException e) {
                throw new RefusedException(Message.of("exchange.out.unwritable", out), e);
            }
            safe.finish();
            return tally;
        }
    }

    private Tally each(SurveyFile file, int text, Path out, Progress progress, Sink sink) {
        FrenchAnalyser analyser = WorkspaceLexicon.analyser(folder);
        Tally tally = new Tally();
        try (TableReader rows = file.rows();
                ParallelMap cores = new ParallelMap()) {
            progress.at(TASK, 0, 0);
            cores.each(
                    new RowIterator(rows),
                    row -> new Read(
                            row,
                            analyser.analyse(row.problem() == null ? row.cells().get(text) : "")),
                    read -> {
                        Row.Problem problem = read.row().problem();
                        if (problem != null) {
                            tally.rejections.add(new Rejection(
                                    file.name(), read.row().number(), problem.column(), problem.reason()));
                            return;
                        }
                        try {
                            sink.take(read.row().number(), read.answer());
                        } catch (IOException e) {
                            throw new RefusedException(Message.of("exchange.out.unwritable", out), e);
                        }
                        tally.tokens += read.answer().tokens().size();
                        if (++tally.rows % ROWS_BETWEEN_REPORTS == 0) {
                            progress.at(TASK, tally.rows, 0);
                        }
                    });
        }
        return tally;
    }

    /** One row per token; one without a token for an answer without words. */
    private static List<List<String>> rows(long row, AnalysedAnswer answer) {
        if (answer.tokens().isEmpty()) {
            return List.of(List.of(String.valueOf(row), "", "", "", "", "", "", "", "", ""));
        }
        List<List<String>> rows = new ArrayList<>();
        int sentence = 0;
        for (int i = 0; i < answer.tokens().size(); i++) {
            if (sentence < answer.sentences().size() && answer.sentences().get(sentence) == i) {
                sentence++;
            }
            Token token = answer.tokens().get(i);
            rows.add(List.of(
                    String.valueOf(row),
                    String.valueOf(sentence),
                    String.valueOf(i + 1),
                    String.valueOf(token.start()),
                    String.valueOf(token.end()),
                    Formulas.neutralised(answer.text().substring(token.start(), token.end())),
                    Formulas.neutralised(token.form()),
                    token.upos(),
                    Formulas.neutralised(token.lemma()),
                    token.polarity().name().toLowerCase(Locale.ROOT)));
        }
        return rows;
    }
}
