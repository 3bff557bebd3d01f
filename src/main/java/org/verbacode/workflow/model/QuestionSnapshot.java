package org.verbacode.workflow.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.Coding;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.learning.Example;
import org.verbacode.learning.TrainingSet;
import org.verbacode.learning.WaveWeights;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.Question;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.ParallelMap;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.analysis.BatchAnalysis;
import org.verbacode.workflow.analysis.WorkspaceLexicon;

/**
 * The answers, codes and codings of a question at one moment.
 *
 * @param answers all given answers, by id, so that training does not depend on the order of the database
 * @param codings the finished coding that counts, for the answers that have one
 */
public record QuestionSnapshot(
        Question question, Codebook codebook, List<Answer> answers, Map<AnswerId, Coding> codings) {
    /** Minimum number of coded answers to train on. */
    public static final int MIN_EXAMPLES = 5;

    /** Seed of all draws in training and evaluation. */
    public static final long SEED = 1;

    /** @throws RefusedException if there is no such study or question */
    public static QuestionSnapshot of(Workspace workspace, StudyName study, QuestionName name) {
        Question question = new ListStudies(workspace).question(study, name);
        Database database = workspace.database();
        return new QuestionSnapshot(
                question,
                database.codebooks().current(study, name),
                database.answers().given(study, name).stream()
                        .sorted(Comparator.comparing(answer -> answer.id().value()))
                        .toList(),
                database.codings().counting(study, name).stream()
                        .collect(Collectors.toMap(Coding::answer, Function.identity())));
    }

    /** The waves with answers, by name. */
    List<WaveName> waves() {
        return answers.stream()
                .map(Answer::wave)
                .distinct()
                .sorted(Comparator.comparing(WaveName::value))
                .toList();
    }

    /** @throws RefusedException if one of the waves has no answer to the question */
    public void check(List<WaveName> asked) {
        for (WaveName wave : asked) {
            if (!waves().contains(wave)) {
                throw new RefusedException(Message.of(
                        "workflow.waves.unknown",
                        question.name().value(),
                        wave.value(),
                        waves().stream().map(WaveName::value).collect(Collectors.joining(", "))));
            }
        }
    }

    /**
     * The coded answers of some waves.
     *
     * @param waves all if empty
     * @param read the analyses of the answers
     */
    public List<Example> examples(Set<WaveName> waves, Map<AnswerId, AnalysedAnswer> read) {
        List<Example> examples = new ArrayList<>();
        for (Answer answer : answers) {
            Coding coding = codings.get(answer.id());
            AnalysedAnswer words = read.get(answer.id());
            if (coding != null && words != null && (waves.isEmpty() || waves.contains(answer.wave()))) {
                examples.add(new Example(answer.id(), words, inForce(coding)));
            }
        }
        return examples;
    }

    /** The coding restricted to current codes, in the order of the codebook. */
    public Map<CodeId, Boolean> inForce(Coding coding) {
        Map<CodeId, Boolean> inForce = new LinkedHashMap<>();
        for (Code code : codebook.codes()) {
            Boolean applies = coding.considered().get(code.id());
            if (applies != null) {
                inForce.put(code.id(), applies);
            }
        }
        return inForce;
    }

    /** Whether each current code applies; empty if nobody finished coding the answer. */
    public Map<CodeId, Boolean> considered(AnswerId answer) {
        Coding coding = codings.get(answer);
        return coding == null ? Map.of() : inForce(coding);
    }

    /** How an answer was selected for coding; unknown if nobody finished coding it. */
    public AnswerSelection selection(Database database, AnswerId answer) {
        Coding coding = codings.get(answer);
        return coding == null
                ? AnswerSelection.UNKNOWN
                : AnswerSelection.of(coding, database.codings().finishes(answer));
    }

    /** The answers with wave and respondent, for display. */
    public Map<AnswerId, Quote> quotes() {
        return answers.stream()
                .collect(Collectors.toMap(
                        Answer::id,
                        answer -> new Quote(
                                answer.wave().value() + " · "
                                        + answer.respondent().value(),
                                answer.text())));
    }

    /** The waves with coded answers, by name. */
    public List<WaveName> codedWaves() {
        return answers.stream()
                .filter(answer -> codings.containsKey(answer.id()))
                .map(Answer::wave)
                .distinct()
                .sorted(Comparator.comparing(WaveName::value))
                .toList();
    }

    /**
     * Checks that training is possible before slow work begins.
     *
     * @param waves all if empty
     * @throws RefusedException if the question has no codes or too few answers are coded
     */
    public void checkTeaches(Set<WaveName> waves) {
        checkTeaches(
                answers.stream()
                        .filter(answer -> codings.containsKey(answer.id()))
                        .filter(answer -> waves.isEmpty() || waves.contains(answer.wave()))
                        .count(),
                waves);
    }

    private void checkTeaches(long examples, Set<WaveName> waves) {
        if (codebook.codes().isEmpty()) {
            throw new RefusedException(
                    Message.of("workflow.model.learn.codes", question.name().value()));
        }
        if (examples < MIN_EXAMPLES) {
            throw new RefusedException(Message.of(
                    waves.isEmpty() ? "workflow.model.learn.few" : "workflow.model.learn.few.wave",
                    question.name().value(),
                    examples,
                    MIN_EXAMPLES,
                    waves.stream().map(WaveName::value).sorted().collect(Collectors.joining(", "))));
        }
    }

    /**
     * A training set of coded answers and the texts of all others. If the coded ones are of several waves, the
     * weights of older waves are chosen in training.
     *
     * @throws RefusedException if the question has no codes or too few answers are coded
     */
    public TrainingSet trainingSet(List<Example> examples, Map<AnswerId, AnalysedAnswer> read) {
        checkTeaches(examples.size(), Set.of());
        TrainingSet set = anyTrainingSet(examples, read);
        Set<AnswerId> teaching = examples.stream().map(Example::id).collect(Collectors.toSet());
        List<WaveName> taught = answers.stream()
                .filter(answer -> teaching.contains(answer.id()))
                .map(Answer::wave)
                .distinct()
                .toList();
        if (taught.size() < 2) {
            return set;
        }
        WaveName latest = waves().stream()
                .filter(taught::contains)
                .reduce((one, later) -> later)
                .orElseThrow();
        return set.weighingOneOf(WaveWeights.choices(waves().subList(0, waves().indexOf(latest) + 1)));
    }

    /** The same, however little is coded; all waves have the same weight. */
    TrainingSet anyTrainingSet(List<Example> examples, Map<AnswerId, AnalysedAnswer> read) {
        Set<AnswerId> learned = examples.stream().map(Example::id).collect(Collectors.toSet());
        List<AnalysedAnswer> others = read.entrySet().stream()
                .filter(entry -> !learned.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return new TrainingSet(
                codebook,
                examples,
                others,
                SEED,
                answers.stream().collect(Collectors.toMap(Answer::id, Answer::wave)),
                List.of(WaveWeights.EQUAL));
    }

    /** An analyser with the domain words of all answers and of the codebook. */
    public FrenchAnalyser analyser(Workspace workspace) {
        return WorkspaceLexicon.analyser(
                workspace.folder(), answers.stream().map(Answer::text).toList(), codebook);
    }

    /** The analyses of all answers, in their order. */
    public Map<AnswerId, AnalysedAnswer> read(
            Workspace workspace, FrenchAnalyser analyser, ParallelMap cores, Progress progress) {
        Map<AnswerId, AnalysedAnswer> read = new LinkedHashMap<>();
        List<AnalysedAnswer> words =
                BatchAnalysis.of(workspace, answers.stream().map(Answer::text).toList(), analyser, cores, progress);
        for (int i = 0; i < words.size(); i++) {
            read.put(answers.get(i).id(), words.get(i));
        }
        return read;
    }
}
