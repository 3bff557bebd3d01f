package org.verbacode.workflow.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.EventId;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Provenance;
import org.verbacode.exchange.model.ModelFolder;
import org.verbacode.language.LanguageFiles;
import org.verbacode.learning.LearnedAnswer;
import org.verbacode.learning.ModelCard;
import org.verbacode.learning.Trainer;
import org.verbacode.learning.WaveWeights;
import org.verbacode.store.Answers;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;

/**
 * Reproduces a model version from its card: the same answers with their codes and texts of that time, the same
 * codebook, the same recipe. A card alone is enough as long as the study has not changed. The result is kept only if
 * it is identical bit for bit.
 */
public final class RemakeModel {
    private final Workspace workspace;

    public RemakeModel(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * A reproduced version.
     *
     * @param differences of the computing environment, which changed nothing in the result
     */
    public record Outcome(ModelName model, ModelName original, int examples, int codes, List<Message> differences) {
        public Outcome {
            differences = List.copyOf(differences);
        }
    }

    /**
     * Reproduces a version under a new name; the version in use stays.
     *
     * @param nameOrPath of a version, or of its card
     * @throws RefusedException if there is none, its data are no longer available, or the result differs
     */
    public Outcome run(String nameOrPath, Progress progress) {
        Path file = new StoredModels(workspace.models()).cardFile(nameOrPath);
        ModelCard card = ModelFolder.cardIn(file);
        List<Message> missing = new ArrayList<>();
        if (card.purged() != null) {
            missing.add(Message.of("workflow.model.remake.purged"));
        }
        if (!card.recipe().equals(Trainer.RECIPE)) {
            missing.add(Message.of("workflow.model.remake.recipe", card.recipe(), Trainer.RECIPE));
        }
        refuse(card, missing);
        TrainingData trainingData = trainingData(card, ModelFolder.answersOf(card, file.resolveSibling("")), missing);
        refuse(card, missing);
        TrainingData.Learned learned = trainingData.learn(workspace, Optional.of(WaveWeights.of(card)), progress);
        List<Message> differences = differences(card, learned);
        if (!ModelFolder.weightsHash(learned.model()).equals(card.weightsHash())) {
            throw new RefusedException(Message.of(
                    "workflow.model.remake.different",
                    card.model(),
                    differences.isEmpty() ? Message.of("workflow.model.remake.unexplained") : joined(differences)));
        }
        ModelName version =
                new TrainModel(workspace).next(new StudyName(card.study()), new QuestionName(card.question()));
        ModelFolder.write(
                learned.model(),
                learned.card(workspace, version).reproducing(card),
                trainingData.answers(),
                workspace.models());
        return new Outcome(
                version,
                new ModelName(card.model()),
                card.examples(),
                card.codes().size(),
                differences);
    }

    private static void refuse(ModelCard card, List<Message> missing) {
        if (!missing.isEmpty()) {
            throw new RefusedException(Message.of("workflow.model.remake.refused", card.model(), joined(missing)));
        }
    }

    private static Message joined(List<Message> messages) {
        return messages.stream()
                .reduce((one, other) -> Message.of("workflow.model.remake.and", one, other))
                .orElseThrow();
    }

    /** The training data of the card's version; reports what is missing. */
    private TrainingData trainingData(ModelCard card, List<LearnedAnswer> known, List<Message> missing) {
        StudyName study = new StudyName(card.study());
        QuestionName name = new QuestionName(card.question());
        List<WaveName> waves = card.waves().stream().map(WaveName::new).toList();
        QuestionSnapshot now = QuestionSnapshot.of(workspace, study, name);
        Codebook codebook = TrainingData.codebook(workspace, card)
                .orElseGet(() -> workspace.database().codebooks().version(study, name, card.codebookVersion()));
        QuestionSnapshot then =
                new QuestionSnapshot(now.question(), codebook, answers(now, known), codings(now, known));
        ModelCard.State state = card.state();
        if (state == null) {
            return TrainingData.of(workspace, then, waves);
        }
        String last = state.lastDecision();
        TrainingData trainingData = known.isEmpty()
                ? TrainingData.of(workspace, then, waves)
                : new TrainingData(then, waves, known, last == null ? null : new EventId(last));
        if (!TrainingData.hash(then.codebook()).equals(state.codebookHash())) {
            missing.add(Message.of("workflow.model.remake.codebook", card.codebookVersion()));
        }
        if (then.answers().size() < known.size()) {
            missing.add(Message.of(
                    "workflow.model.remake.answers",
                    known.size() - then.answers().size(),
                    known.size()));
        } else {
            if (!trainingData.examplesHash().equals(card.examplesHash())) {
                missing.add(Message.of("workflow.model.remake.examples", card.examples(), trainingData.examples()));
            }
            if (!trainingData.otherTextsHash().equals(state.otherTextsHash())) {
                missing.add(Message.of("workflow.model.remake.others", card.otherTexts()));
            }
        }
        if (known.isEmpty() && !missing.isEmpty()) {
            missing.add(Message.of("workflow.model.remake.alone"));
        }
        return trainingData;
    }

    /** The answers with their texts of that time; missing ones are left out. */
    private List<Answer> answers(QuestionSnapshot now, List<LearnedAnswer> known) {
        if (known.isEmpty()) {
            return now.answers();
        }
        Answers store = workspace.database().answers();
        Map<AnswerId, Answer> here = now.answers().stream().collect(Collectors.toMap(Answer::id, Function.identity()));
        Map<AnswerId, Integer> versions =
                store.textVersions(now.question().study(), now.question().name());
        List<Answer> then = new ArrayList<>();
        for (LearnedAnswer answer : known) {
            Answer found = here.get(answer.answer());
            if (found != null) {
                Optional<String> text = versions.getOrDefault(answer.answer(), 0) == answer.text()
                        ? Optional.of(found.text())
                        : store.text(answer.answer(), answer.text());
                // In another workspace the same text may have another version number: the checksum of all decides.
                then.add(text.map(words -> withText(found, words)).orElse(found));
            }
        }
        return then;
    }

    private static Answer withText(Answer answer, String text) {
        return new Answer(
                answer.id(),
                answer.study(),
                answer.wave(),
                answer.question(),
                answer.respondent(),
                answer.status(),
                text);
    }

    private static Map<AnswerId, Coding> codings(QuestionSnapshot now, List<LearnedAnswer> known) {
        if (known.isEmpty()) {
            return now.codings();
        }
        Map<AnswerId, Coding> codings = new HashMap<>();
        for (LearnedAnswer answer : known) {
            CoderName coder = answer.coder();
            if (coder != null) {
                codings.put(
                        answer.answer(),
                        new Coding(
                                answer.answer(),
                                coder,
                                answer.considered(),
                                true,
                                false,
                                0,
                                Provenance.Manner.IMPORTED));
            }
        }
        return codings;
    }

    /** Differences between the recorded computing environment and this one. */
    private static List<Message> differences(ModelCard card, TrainingData.Learned learned) {
        List<Message> differences = new ArrayList<>();
        if (!card.language().equals(learned.language())) {
            differences.add(Message.of("workflow.model.remake.language", card.language(), learned.language()));
        }
        if (!card.vectors().equals(learned.vectors())) {
            differences.add(Message.of("workflow.model.remake.vectors", card.vectors(), learned.vectors()));
        }
        Map<String, String> files = LanguageFiles.checksums();
        card.resources().forEach((file, hash) -> {
            if (!hash.equals(files.get(file))) {
                differences.add(Message.of("workflow.model.remake.file", file));
            }
        });
        Map<String, String> libraries = LibraryVersions.versions();
        card.libraries().forEach((library, version) -> {
            String now = libraries.getOrDefault(library, "–");
            if (!version.equals(now)) {
                differences.add(Message.of("workflow.model.remake.library", library, version, now));
            }
        });
        return differences;
    }
}
