package org.verbacode.workflow.quality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.exchange.coding.CodebookFile;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.learning.Example;
import org.verbacode.study.AnswerId;
import org.verbacode.study.ImportReport.Rejection;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.RespondentId;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.LabelledFile;
import org.verbacode.workflow.LabelledFile.Coded;
import org.verbacode.workflow.ParallelMap;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.analysis.BatchAnalysis;
import org.verbacode.workflow.analysis.WorkspaceLexicon;
import org.verbacode.workflow.model.QuestionSnapshot;

/**
 * A training file and a test file of coded texts.
 *
 * @param codebook the codes that can be learned: those of a codebook file, then others of the first file
 * @param known these, then others of the second file
 * @param rejections rows of all files that could not be read
 */
record TrainTestFiles(
        LabelledFile train, LabelledFile test, Codebook codebook, List<Code> known, List<Rejection> rejections) {
    static final StudyName STUDY = new StudyName("evaluation");
    static final QuestionName QUESTION = new QuestionName("text");
    static final WaveName TRAIN = new WaveName("train");
    private static final WaveName TEST = new WaveName("test");

    TrainTestFiles {
        known = List.copyOf(known);
        rejections = List.copyOf(rejections);
    }

    /** @throws RefusedException if a file cannot be read, lacks a column, or holds too few coded texts */
    static TrainTestFiles read(EvaluateFiles.Request request) {
        LabelledFile train = LabelledFile.read(request.train(), request.text(), request.codes());
        LabelledFile test = LabelledFile.read(request.test(), request.text(), request.codes());
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
        String name = String.valueOf(request.train().getFileName());
        if (codebook.codes().isEmpty()) {
            throw new RefusedException(Message.of("workflow.model.learn.codes", name));
        }
        if (train.rows().size() < QuestionSnapshot.MIN_EXAMPLES) {
            throw new RefusedException(
                    Message.of("workflow.model.learn.few", name, train.rows().size(), QuestionSnapshot.MIN_EXAMPLES));
        }
        addTo(known, test);
        return new TrainTestFiles(train, test, codebook, List.copyOf(known.values()), rejections);
    }

    static void addTo(Map<String, Code> known, LabelledFile texts) {
        for (Coded row : texts.rows()) {
            for (String name : row.codes()) {
                known.computeIfAbsent(name, unused -> Code.named(CodeId.of(STUDY, QUESTION, name), name));
            }
        }
    }

    /**
     * An analyser with the domain words of both files and of the codebook.
     *
     * @param folder the workspace's, for its lexicon
     */
    FrenchAnalyser analyser(Path folder) {
        return WorkspaceLexicon.analyser(
                folder,
                Stream.concat(train.rows().stream(), test.rows().stream())
                        .map(Coded::text)
                        .toList(),
                codebook);
    }

    /** The analysed rows of the first file; all codes of the codebook are considered. */
    List<Example> learned(FrenchAnalyser analyser, ParallelMap cores, Progress progress) {
        return examples(train, TRAIN, codebook.codes(), read(train, analyser, cores, progress));
    }

    /** The analysed rows of the second file; all codes are considered. */
    List<Example> judged(FrenchAnalyser analyser, ParallelMap cores, Progress progress) {
        return examples(test, TEST, known, read(test, analyser, cores, progress));
    }

    private static List<AnalysedAnswer> read(
            LabelledFile texts, FrenchAnalyser analyser, ParallelMap cores, Progress progress) {
        return BatchAnalysis.of(texts.rows().stream().map(Coded::text).toList(), analyser, cores, progress);
    }

    static List<Example> examples(
            LabelledFile texts, WaveName side, Collection<Code> considered, List<AnalysedAnswer> read) {
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
}
