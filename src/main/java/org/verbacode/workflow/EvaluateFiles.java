package org.verbacode.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.Suggestion;
import org.verbacode.exchange.CodebookFile;
import org.verbacode.exchange.CsvWriter;
import org.verbacode.exchange.Formulas;
import org.verbacode.exchange.ReadOptions;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.WordVectors;
import org.verbacode.learning.Example;
import org.verbacode.learning.Trainer;
import org.verbacode.learning.TrainingSet;
import org.verbacode.learning.WekaLearner;
import org.verbacode.study.AnswerId;
import org.verbacode.study.ImportReport.Rejection;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.RespondentId;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.CodedTexts.Coded;

/**
 * Says how well a model trained on one file of coded texts codes another. The second file's texts serve as uncoded
 * answers of the same survey; its codes are looked at only to judge.
 */
public final class EvaluateFiles {
    static final StudyName STUDY = new StudyName("evaluation");
    static final QuestionName QUESTION = new QuestionName("text");
    static final WaveName TRAIN = new WaveName("train");
    static final WaveName TEST = new WaveName("test");

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
     * @param predictions where to write what was predicted
     */
    public record Request(
            Path train, Path test, String text, String codes, Optional<Path> codebook, Optional<Path> predictions) {}

    /** The result, and the rows that could not be read. */
    public record Outcome(Evaluation evaluation, List<Rejection> rejections) {
        public Outcome {
            rejections = List.copyOf(rejections);
        }
    }

    /** The same with nothing beside it. */
    public Outcome run(Request request, Progress progress) {
        return run(request, Beside.NOTHING, progress);
    }

    /**
     * Evaluates.
     *
     * @throws RefusedException if a file cannot be read or written, lacks a column, or teaches too little, or there is no
     *     such classifier
     */
    public Outcome run(Request request, Beside beside, Progress progress) {
        List<WekaLearner> learners = SideBySide.learners(beside, Workspace.cacheIn(folder));
        CodedTexts train = CodedTexts.read(request.train(), request.text(), request.codes());
        CodedTexts test = CodedTexts.read(request.test(), request.text(), request.codes());
        List<Rejection> rejections = new ArrayList<>(train.rejections());
        rejections.addAll(test.rejections());
        Map<String, Code> known = new LinkedHashMap<>();
        request.codebook().ifPresent(path -> {
            CodebookFile file = CodebookFile.read(path, STUDY, QUESTION, ReadOptions.FIND_OUT);
            file.codes().forEach(code -> known.put(code.name(), code));
            rejections.addAll(file.rejections());
        });
        addTo(known, train);
        Codebook codebook = new Codebook(QUESTION, 1, List.copyOf(known.values()));
        addTo(known, test);
        check(request, train, codebook);
        return new Outcome(run(request, learners, beside.curve(), train, test, codebook, known, progress), rejections);
    }

    static void check(Request request, CodedTexts train, Codebook codebook) {
        String name = String.valueOf(request.train().getFileName());
        if (codebook.codes().isEmpty()) {
            throw new RefusedException(Message.of("workflow.learn.codes", name));
        }
        if (train.rows().size() < CodedQuestion.FEWEST_EXAMPLES) {
            throw new RefusedException(
                    Message.of("workflow.learn.few", name, train.rows().size(), CodedQuestion.FEWEST_EXAMPLES));
        }
    }

    private Evaluation run(
            Request request,
            List<WekaLearner> learners,
            boolean curve,
            CodedTexts train,
            CodedTexts test,
            Codebook codebook,
            Map<String, Code> known,
            Progress progress) {
        FrenchAnalyser analyser = WorkspaceLexicon.analyser(
                folder,
                Stream.concat(train.rows().stream(), test.rows().stream())
                        .map(Coded::text)
                        .toList(),
                codebook);
        try (AllCores cores = new AllCores()) {
            long start = System.nanoTime();
            List<Example> learned = examples(train, TRAIN, codebook.codes(), read(train, analyser, cores, progress));
            long between = System.nanoTime();
            List<Example> judged = examples(test, TEST, known.values(), read(test, analyser, cores, progress));
            long read = System.nanoTime();
            SideBySide trials = new SideBySide(
                    new Trainer(analyser, new WordVectors(Workspace.cacheIn(folder))), learners, curve, cores);
            trials.run(
                    List.of(new Split(learned, judged)),
                    part -> set(codebook, part, learned, judged),
                    CodedQuestion.SEED,
                    progress);
            request.predictions().ifPresent(out -> write(out, test, trials.own.suggestions(), codebook));
            return trials.evaluation(
                    List.copyOf(known.values()),
                    quotes(judged, test),
                    learned.size(),
                    Trials.seconds(between - start),
                    Trials.seconds(read - between));
        }
    }

    /** Some of the first file's codes; of all other texts of both files only the words. */
    private static TrainingSet set(Codebook codebook, List<Example> part, List<Example> learned, List<Example> judged) {
        Set<AnswerId> ids = part.stream().map(Example::id).collect(Collectors.toSet());
        List<AnalysedAnswer> others = Stream.concat(learned.stream(), judged.stream())
                .filter(example -> !ids.contains(example.id()))
                .map(Example::answer)
                .toList();
        return new TrainingSet(codebook, part, others, CodedQuestion.SEED);
    }

    static List<AnalysedAnswer> read(CodedTexts texts, FrenchAnalyser analyser, AllCores cores, Progress progress) {
        return Reading.of(texts.rows().stream().map(Coded::text).toList(), analyser, cores, progress);
    }

    static void addTo(Map<String, Code> known, CodedTexts texts) {
        for (Coded row : texts.rows()) {
            for (String name : row.codes()) {
                known.computeIfAbsent(name, unused -> Code.named(CodeId.of(STUDY, QUESTION, name), name));
            }
        }
    }

    static List<Example> examples(
            CodedTexts texts, WaveName side, Collection<Code> considered, List<AnalysedAnswer> read) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            Set<String> codes = texts.rows().get(i).codes();
            Map<CodeId, Boolean> verdicts = new LinkedHashMap<>();
            considered.forEach(code -> verdicts.put(code.id(), codes.contains(code.name())));
            RespondentId respondent = new RespondentId(String.valueOf(i));
            examples.add(new Example(AnswerId.of(STUDY, side, QUESTION, respondent), read.get(i), verdicts));
        }
        return examples;
    }

    private static Map<AnswerId, Evaluation.Quote> quotes(List<Example> judged, CodedTexts test) {
        Map<AnswerId, Evaluation.Quote> quotes = new LinkedHashMap<>();
        for (int i = 0; i < judged.size(); i++) {
            Coded row = test.rows().get(i);
            quotes.put(judged.get(i).id(), new Evaluation.Quote(row.id(), row.text()));
        }
        return quotes;
    }

    private static void write(Path out, CodedTexts test, List<List<Suggestion>> suggestions, Codebook codebook) {
        try (CsvWriter csv = CsvWriter.create(out, List.of("id", "code", "probability", "predicted"))) {
            for (int i = 0; i < suggestions.size(); i++) {
                String id = Formulas.neutralised(test.rows().get(i).id());
                for (Suggestion suggestion : suggestions.get(i)) {
                    Code code = codebook.byId(suggestion.code()).orElseThrow();
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
