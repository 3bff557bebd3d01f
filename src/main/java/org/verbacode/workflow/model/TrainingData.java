package org.verbacode.workflow.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.Coding;
import org.verbacode.coding.EventId;
import org.verbacode.coding.ModelName;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.LanguageFiles;
import org.verbacode.language.WordVectors;
import org.verbacode.learning.LearnedAnswer;
import org.verbacode.learning.Model;
import org.verbacode.learning.ModelCard;
import org.verbacode.learning.ModelChanges;
import org.verbacode.learning.Trainer;
import org.verbacode.learning.TrainingSet;
import org.verbacode.learning.WaveWeights;
import org.verbacode.store.Codebooks;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Checksum;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.ParallelMap;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;

/**
 * The training data of a model version: a question as it is or was, and the waves whose codings are learned.
 *
 * @param waves all if empty
 * @param answers one per answer, in the order of training
 * @param lastDecision the last act of any coder at that time; null before the first
 */
public record TrainingData(
        QuestionSnapshot question,
        List<WaveName> waves,
        List<LearnedAnswer> answers,
        @Nullable EventId lastDecision) {
    private static final Message TASK = Message.of("workflow.task.training");

    /** The result of a training. */
    record Learned(TrainingData trainingData, Model model, WaveWeights weights, String language, String vectors) {

        /** The card, without the checksums of files still to be written. */
        ModelCard card(Workspace workspace, ModelName name) {
            QuestionSnapshot question = trainingData.question();
            Optional<ModelName> parent = trainingData.inUse(workspace);
            EventId last = trainingData.lastDecision();
            List<ModelCard.CodeLine> codes = model.codeLines();
            int examples = trainingData.examples();
            return new ModelCard(
                    name.value(),
                    question.question().study().value(),
                    question.question().name().value(),
                    Trainer.RECIPE,
                    QuestionSnapshot.SEED,
                    trainingData.waves().stream().map(WaveName::value).toList(),
                    weights.byName(),
                    model.regularisation(),
                    examples,
                    trainingData.examplesHash(),
                    trainingData.answers().size() - examples,
                    question.codebook().version(),
                    language,
                    vectors,
                    LanguageFiles.checksums(),
                    LibraryVersions.versions(),
                    workspace.clock().instant().toString(),
                    parent.map(ModelName::value).orElse(null),
                    null,
                    new ModelCard.State(
                            last == null ? null : last.value(),
                            hash(question.codebook()),
                            trainingData.otherTextsHash(),
                            ""),
                    parent.isEmpty() ? null : trainingData.changesSince(parent.get(), workspace, codes),
                    codes,
                    model.lead(),
                    "",
                    null);
        }
    }

    public TrainingData {
        answers = List.copyOf(answers);
        waves = waves.isEmpty() ? question.codedWaves() : List.copyOf(waves);
    }

    /** The question in its current state. */
    static TrainingData of(Workspace workspace, QuestionSnapshot question, List<WaveName> waves) {
        Map<AnswerId, Integer> versions = workspace
                .database()
                .answers()
                .textVersions(question.question().study(), question.question().name());
        Set<WaveName> teaching = new HashSet<>(waves);
        List<LearnedAnswer> answers = new ArrayList<>();
        for (Answer answer : question.answers()) {
            Coding coding = teaching.isEmpty() || teaching.contains(answer.wave())
                    ? question.codings().get(answer.id())
                    : null;
            answers.add(new LearnedAnswer(
                    answer.id(),
                    answer.wave(),
                    versions.getOrDefault(answer.id(), 1),
                    coding == null ? null : coding.coder(),
                    coding == null ? Map.of() : question.inForce(coding)));
        }
        return new TrainingData(
                question,
                waves,
                answers,
                workspace.database().codings().latest().orElse(null));
    }

    /**
     * Trains a model.
     *
     * @param weights of the waves; chosen in training if empty
     * @throws RefusedException if there are too few coded answers
     */
    Learned learn(Workspace workspace, Optional<WaveWeights> weights, Progress progress) {
        Set<WaveName> teaching = Set.copyOf(waves);
        question.checkTeaches(teaching);
        FrenchAnalyser analyser = question.analyser(workspace);
        WordVectors vectors = new WordVectors(workspace.cache());
        TrainingSet set;
        try (ParallelMap cores = new ParallelMap()) {
            Map<AnswerId, AnalysedAnswer> read = question.read(workspace, analyser, cores, progress);
            set = question.trainingSet(question.examples(teaching, read), read);
        }
        progress.at(TASK, 0, 0);
        Trainer.Learned learned = new Trainer(analyser, vectors)
                .learn(weights.map(given -> set.weighingOneOf(List.of(given))).orElse(set));
        return new Learned(this, learned.model(), learned.weights(), analyser.version(), vectors.version());
    }

    /** Number of coded training answers. */
    int examples() {
        return (int) answers.stream().filter(LearnedAnswer::isExample).count();
    }

    /** Hash of the coded answers and their codes. */
    String examplesHash() {
        Checksum sum = new Checksum();
        for (int i = 0; i < answers.size(); i++) {
            LearnedAnswer answer = answers.get(i);
            if (answer.isExample()) {
                sum.add(answer.answer().value(), question.answers().get(i).text());
                answer.considered().forEach((code, applies) -> sum.add(code.value(), String.valueOf(applies)));
            }
        }
        return sum.hex();
    }

    /** Hash of the answers used without codes. */
    String otherTextsHash() {
        Checksum sum = new Checksum();
        for (int i = 0; i < answers.size(); i++) {
            if (!answers.get(i).isExample()) {
                sum.add(
                        answers.get(i).answer().value(),
                        question.answers().get(i).text());
            }
        }
        return sum.hex();
    }

    /** Hash of all codes with their descriptions. */
    static String hash(Codebook codebook) {
        Checksum sum = new Checksum();
        for (Code code : codebook.codes()) {
            String theme = code.theme();
            sum.add(code.id().value(), code.name(), theme == null ? "" : theme, code.definition())
                    .add(code.include(), code.exclude(), code.examples());
        }
        return sum.hex();
    }

    /**
     * The codebook of a card, if it is still available; in another workspace it may have another version number.
     *
     * @return under the number on the card
     */
    public static Optional<Codebook> codebook(Workspace workspace, ModelCard card) {
        Codebooks codebooks = workspace.database().codebooks();
        StudyName study = new StudyName(card.study());
        QuestionName question = new QuestionName(card.question());
        ModelCard.State state = card.state();
        int latest = codebooks.current(study, question).version();
        return IntStream.concat(IntStream.of(card.codebookVersion()), IntStream.rangeClosed(1, latest))
                .mapToObj(version -> codebooks.version(study, question, version))
                .filter(codebook -> !codebook.codes().isEmpty())
                .filter(codebook -> state == null || hash(codebook).equals(state.codebookHash()))
                .findFirst()
                .map(same -> new Codebook(question, card.codebookVersion(), same.codes()));
    }

    private Optional<ModelName> inUse(Workspace workspace) {
        return workspace
                .database()
                .studies()
                .currentModel(question.question().study(), question.question().name())
                .map(ModelName::new);
    }

    /** Null if the earlier version is missing or damaged, which must not prevent a training. */
    private @Nullable ModelChanges changesSince(
            ModelName earlier, Workspace workspace, List<ModelCard.CodeLine> codes) {
        StoredModels storedModels = new StoredModels(workspace.models());
        try {
            return ModelChanges.between(
                    storedModels.card(earlier).codes(), storedModels.answers(earlier), codes, answers);
        } catch (RefusedException e) {
            return null;
        }
    }
}
