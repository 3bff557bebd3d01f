package org.verbacode.workflow.quality;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verbacode.coding.Code;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.Suggestion;
import org.verbacode.exchange.Formulas;
import org.verbacode.exchange.table.CsvWriter;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.WordVectors;
import org.verbacode.learning.Example;
import org.verbacode.learning.Trainer;
import org.verbacode.learning.TrainingSet;
import org.verbacode.learning.WekaLearner;
import org.verbacode.study.AnswerId;
import org.verbacode.study.ImportReport.Rejection;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.LabelledFile;
import org.verbacode.workflow.LabelledFile.Coded;
import org.verbacode.workflow.ParallelMap;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.QuestionSnapshot;
import org.verbacode.workflow.model.Quote;

/**
 * Evaluates a model trained on one file of coded texts on another. The texts of the second file serve as uncoded
 * answers of the same survey; its codes are used for scoring only.
 */
public final class EvaluateFiles {
    private final Path folder;

    /** @param folder the workspace's, for its cache */
    public EvaluateFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * What to evaluate.
     *
     * @param text the column of the texts, in both files
     * @param codes the column of the codes, joined by {@code |}
     * @param codebook a codebook file
     * @param predictions the file to write predictions to
     */
    public record Request(
            Path train, Path test, String text, String codes, Optional<Path> codebook, Optional<Path> predictions) {}

    /** The result, and the rows that could not be read. */
    public record Outcome(Evaluation evaluation, List<Rejection> rejections) {
        public Outcome {
            rejections = List.copyOf(rejections);
        }
    }

    /** The same without other learners or a learning curve. */
    public Outcome run(Request request, Progress progress) {
        return run(request, EvaluationOptions.NOTHING, progress);
    }

    /**
     * Evaluates.
     *
     * @throws RefusedException if a file cannot be read or written, lacks a column, or teaches too little, or there is no
     *     such classifier
     */
    public Outcome run(Request request, EvaluationOptions options, Progress progress) {
        List<WekaLearner> learners = LearnerComparison.learners(options, Workspace.cacheIn(folder));
        TrainTestFiles files = TrainTestFiles.read(request);
        return new Outcome(run(request, learners, options.curve(), files, progress), files.rejections());
    }

    private Evaluation run(
            Request request, List<WekaLearner> learners, boolean curve, TrainTestFiles files, Progress progress) {
        FrenchAnalyser analyser = files.analyser(folder);
        try (ParallelMap cores = new ParallelMap()) {
            long start = System.nanoTime();
            List<Example> learned = files.learned(analyser, cores, progress);
            long between = System.nanoTime();
            List<Example> judged = files.judged(analyser, cores, progress);
            long read = System.nanoTime();
            LearnerComparison trials = new LearnerComparison(
                    new Trainer(analyser, new WordVectors(Workspace.cacheIn(folder))), learners, curve, cores);
            trials.run(
                    List.of(new TrainTestSplit(learned, judged)),
                    part -> set(files.codebook(), part, learned, judged),
                    QuestionSnapshot.SEED,
                    progress);
            request.predictions().ifPresent(out -> write(out, files, trials.own.suggestions()));
            return trials.evaluation(
                    files.known(),
                    quotes(judged, files.test()),
                    learned.size(),
                    HeldOutPredictions.seconds(between - start),
                    HeldOutPredictions.seconds(read - between));
        }
    }

    /** A training set of some coded texts of the first file, and of all other texts without their codes. */
    private static TrainingSet set(Codebook codebook, List<Example> part, List<Example> learned, List<Example> judged) {
        Set<AnswerId> ids = part.stream().map(Example::id).collect(Collectors.toSet());
        List<AnalysedAnswer> others = Stream.concat(learned.stream(), judged.stream())
                .filter(example -> !ids.contains(example.id()))
                .map(Example::answer)
                .toList();
        return new TrainingSet(codebook, part, others, QuestionSnapshot.SEED);
    }

    private static Map<AnswerId, Quote> quotes(List<Example> judged, LabelledFile test) {
        Map<AnswerId, Quote> quotes = new LinkedHashMap<>();
        for (int i = 0; i < judged.size(); i++) {
            Coded row = test.rows().get(i);
            quotes.put(judged.get(i).id(), new Quote(row.id(), row.text()));
        }
        return quotes;
    }

    private static void write(Path out, TrainTestFiles files, List<List<Suggestion>> suggestions) {
        try (CsvWriter csv = CsvWriter.create(out, List.of("id", "code", "probability", "predicted"))) {
            for (int i = 0; i < suggestions.size(); i++) {
                String id = Formulas.neutralised(files.test().rows().get(i).id());
                for (Suggestion suggestion : suggestions.get(i)) {
                    Code code = files.codebook().byId(suggestion.code()).orElseThrow();
                    csv.write(List.of(
                            id,
                            Formulas.neutralised(code.name()),
                            String.valueOf(suggestion.probability()),
                            suggestion.proposed() ? "1" : "0"));
                }
            }
            csv.finish();
        }
    }
}
