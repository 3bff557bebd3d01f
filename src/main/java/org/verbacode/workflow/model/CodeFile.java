package org.verbacode.workflow.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.verbacode.exchange.model.ModelFolder;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.exchange.survey.Row;
import org.verbacode.exchange.survey.SurveyFile;
import org.verbacode.exchange.survey.TableReader;
import org.verbacode.exchange.table.ResumableCsv;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.learning.Model;
import org.verbacode.learning.ModelCard;
import org.verbacode.study.ImportReport.Rejection;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.FileFingerprint;
import org.verbacode.workflow.LabelledFile;
import org.verbacode.workflow.OutputFile;
import org.verbacode.workflow.ParallelMap;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.RowIterator;
import org.verbacode.workflow.Workspace;

/** Codes a file of texts of any length by a model, without a study; one output row per input row, in order. */
public final class CodeFile {
    private static final Message TASK = Message.of("workflow.task.coding");
    private static final int ROWS_BETWEEN_REPORTS = 100;
    /** Rejected rows that are reported one by one. */
    private static final int MAX_REJECTIONS = 100;

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
     * How the run starts.
     *
     * @param takenOver number of rows coded earlier by the same interrupted command
     * @param startedAgain whether an interrupted run with other inputs is discarded
     */
    public record Beginning(long takenOver, boolean startedAgain) {}

    /**
     * The result.
     *
     * @param rows number of rows in the file, those taken over included
     * @param codes number of codes given
     * @param rejected number of rows that could not be read completely; they are written without codes
     * @param rejections the first of them
     */
    public record Outcome(Beginning beginning, long rows, long codes, long rejected, List<Rejection> rejections) {
        public Outcome {
            rejections = List.copyOf(rejections);
        }
    }

    /**
     * Codes a file. An interrupted run is resumed after the last row written.
     *
     * @param begun told before the first row is coded
     * @throws RefusedException if there is no such model or column, or a file cannot be read or written
     */
    public Outcome run(Request request, Progress progress, Consumer<Beginning> begun) {
        Path version = new StoredModels(Workspace.modelsIn(folder)).place(request.model());
        ModelCard card = ModelFolder.card(version);
        Model model = ModelFolder.read(version);
        SurveyFile file = SurveyFile.open(request.in(), ReadOptions.FIND_OUT);
        int text = LabelledFile.column(file, request.text());
        OutputFile.checkIsNoneOf(request.out(), List.of(request.in()));
        FrenchAnalyser analyser = model.analyser();
        PredictedRows coded = new PredictedRows(model, analyser, file.headers(), text);
        FileFingerprint content = FileFingerprint.of(file, progress);
        Map<String, String> madeFrom = Map.of(
                "model", card.model(),
                "weights", card.weightsHash(),
                "reading", analyser.version(),
                "version", String.valueOf(CodeFile.class.getPackage().getImplementationVersion()),
                "file", file.name(),
                "rows", content.hash(),
                "text", file.headers().get(text));
        try (TableReader reader = file.rows();
                ResumableCsv csv = ResumableCsv.open(request.out(), madeFrom);
                ParallelMap cores = new ParallelMap()) {
            RowIterator rows = new RowIterator(reader);
            Tally tally = new Tally(file.name(), file.headers().size());
            Beginning beginning = takeOver(csv, rows, coded, tally);
            begun.accept(beginning);
            progress.at(TASK, tally.rows, content.rows());
            cores.each(rows, row -> coded.of(row), done -> {
                csv.write(done.cells());
                tally.add(done.row(), done.codes());
                if (tally.rows % ROWS_BETWEEN_REPORTS == 0) {
                    progress.at(TASK, tally.rows, content.rows());
                }
            });
            csv.finish();
            return new Outcome(beginning, tally.rows, tally.codes, tally.rejected, tally.rejections);
        }
    }

    /** Skips the rows that were coded before. */
    private static Beginning takeOver(ResumableCsv csv, RowIterator rows, PredictedRows coded, Tally tally) {
        if (!csv.takeOver(coded.headers()::equals)) {
            csv.write(coded.headers());
            return new Beginning(0, csv.startedAgain());
        }
        while (rows.hasNext()) {
            Row row = rows.peek();
            AtomicInteger codes = new AtomicInteger();
            boolean isCoded = csv.takeOver(cells -> {
                OptionalInt found = coded.codes(row, cells);
                codes.set(found.orElse(0));
                return found.isPresent();
            });
            if (!isCoded) {
                break;
            }
            tally.add(rows.next(), codes.get());
        }
        return new Beginning(tally.rows, false);
    }

    private static final class Tally {
        private final String file;
        private final int columns;
        private long rows;
        private long codes;
        private long rejected;
        private final List<Rejection> rejections = new ArrayList<>();

        Tally(String file, int columns) {
            this.file = file;
            this.columns = columns;
        }

        void add(Row row, int given) {
            rows++;
            codes += given;
            Row.Problem problem = row.problem();
            // The number of kept rejections is bounded: a file may consist of nothing else.
            if (problem != null && ++rejected <= MAX_REJECTIONS) {
                rejections.add(new Rejection(file, row.number(), problem.column(), reason(row, problem)));
            }
        }

        /** What is wrong with a row, and how it was written. */
        private Message reason(Row row, Row.Problem problem) {
            int beyond = row.cells().size() - columns;
            if (row.cells().isEmpty()) {
                return Message.of("workflow.model.code.empty", problem.reason());
            }
            return beyond > 0
                    ? Message.of("workflow.model.code.cut", problem.reason(), beyond)
                    : Message.of("workflow.model.code.kept", problem.reason());
        }
    }
}
