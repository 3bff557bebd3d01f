package org.verbacode.workflow.model;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.verbacode.coding.ModelName;
import org.verbacode.exchange.model.ModelFolder;
import org.verbacode.language.Folding;
import org.verbacode.learning.ModelCard;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;

/** Trains a new model version on the codings that count and puts it in use. */
public final class TrainModel {
    private static final int MAX_PART_LENGTH = 40;
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^a-z0-9]+");

    private final Workspace workspace;

    public TrainModel(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The result.
     *
     * @param examples number of coded training answers
     * @param codes number of codes that it suggests
     * @param waves its waves with their weights
     */
    public record Outcome(ModelName model, int examples, int codes, Map<WaveName, Double> waves) {
        public Outcome {
            waves = Collections.unmodifiableMap(new LinkedHashMap<>(waves));
        }

        /** The choice of the wave weights in a sentence; empty if there was none. */
        public Optional<Message> weighed() {
            if (waves.size() < 2) {
                return Optional.empty();
            }
            return waves.values().stream().allMatch(weight -> weight == 1)
                    ? Optional.of(Message.of("workflow.model.train.equal"))
                    : Optional.of(Message.of("workflow.model.train.weighed", weighed(waves)));
        }

        private static Message weighed(Map<WaveName, Double> waves) {
            return waves.entrySet().stream()
                    .map(wave -> Message.of(
                            "workflow.model.train.wave", wave.getKey().value(), wave.getValue()))
                    .reduce((one, other) -> Message.of("workflow.model.train.and", one, other))
                    .orElseThrow();
        }
    }

    /**
     * The data available for training.
     *
     * @param coded number of answers with a finished coding
     * @param needed minimum number
     * @param byWave number of coded answers of each wave
     */
    public record Readiness(int coded, int needed, boolean hasCodes, SortedMap<WaveName, Integer> byWave) {
        public Readiness {
            byWave = Collections.unmodifiableSortedMap(byWave);
        }

        public boolean isEnough() {
            return hasCodes && coded >= needed;
        }
    }

    /** @throws RefusedException if there is no such study or question */
    public Readiness readiness(StudyName study, QuestionName name) {
        QuestionSnapshot question = QuestionSnapshot.of(workspace, study, name);
        SortedMap<WaveName, Integer> byWave = new TreeMap<>(Comparator.comparing(WaveName::value));
        question.answers().stream()
                .filter(answer -> question.codings().containsKey(answer.id()))
                .forEach(answer -> byWave.merge(answer.wave(), 1, Integer::sum));
        return new Readiness(
                byWave.values().stream().mapToInt(Integer::intValue).sum(),
                QuestionSnapshot.MIN_EXAMPLES,
                !question.codebook().codes().isEmpty(),
                byWave);
    }

    /**
     * Trains.
     *
     * @param waves the waves whose coded answers are learned; all if empty
     * @throws RefusedException if there is no such study, question or wave, too little is coded, or the model cannot
     *     be written
     */
    public Outcome run(StudyName study, QuestionName name, List<WaveName> waves, Progress progress) {
        QuestionSnapshot question = QuestionSnapshot.of(workspace, study, name);
        question.check(waves);
        TrainingData.Learned learned =
                TrainingData.of(workspace, question, waves).learn(workspace, Optional.empty(), progress);
        ModelName version = next(study, name);
        ModelCard card = learned.card(workspace, version);
        ModelFolder.write(learned.model(), card, learned.trainingData().answers(), workspace.models());
        workspace.database().studies().setCurrentModel(study, name, version.value());
        Map<WaveName, Double> weighed = new LinkedHashMap<>();
        learned.trainingData()
                .waves()
                .forEach(wave -> weighed.put(wave, learned.weights().of(wave)));
        return new Outcome(version, card.examples(), card.codes().size(), weighed);
    }

    /** A free name: study and question in characters of a folder name, and the next number. */
    ModelName next(StudyName study, QuestionName question) {
        String stem = plain(study.value()) + "-" + plain(question.value()) + "-";
        Set<String> taken = new StoredModels(workspace.models())
                .names().stream().map(ModelName::value).collect(Collectors.toSet());
        int number = 1;
        while (taken.contains(stem + number)) {
            number++;
        }
        return new ModelName(stem + number);
    }

    private static String plain(String name) {
        String plain = NOT_IN_A_NAME.matcher(Folding.fold(name)).replaceAll("-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "x" : plain.substring(0, Math.min(MAX_PART_LENGTH, plain.length()));
    }
}
