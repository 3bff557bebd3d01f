package org.verbacode.workflow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.ModelName;
import org.verbacode.exchange.ModelFolder;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.Folding;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.WordVectors;
import org.verbacode.learning.Example;
import org.verbacode.learning.Model;
import org.verbacode.learning.ModelCard;
import org.verbacode.learning.Trainer;
import org.verbacode.learning.TrainingSet;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;

/** Makes a new model version out of the codings that count, and lets it suggest from now on. */
public final class TrainModel {
    private static final Message TASK = Message.of("workflow.task.training");
    private static final int LONGEST_PART = 40;
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^a-z0-9]+");

    private final Workspace workspace;

    public TrainModel(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What was learned.
     *
     * @param examples coded answers it learned from
     * @param codes it can suggest
     */
    public record Outcome(ModelName model, int examples, int codes) {}

    /**
     * How much there is to learn from.
     *
     * @param coded answers whose coding is finished
     * @param needed how many it takes at least
     * @param byWave the coded answers of each wave that has some
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
        CodedQuestion question = CodedQuestion.of(workspace, study, name);
        SortedMap<WaveName, Integer> byWave = new TreeMap<>(Comparator.comparing(WaveName::value));
        question.answers().stream()
                .filter(answer -> question.codings().containsKey(answer.id()))
                .forEach(answer -> byWave.merge(answer.wave(), 1, Integer::sum));
        return new Readiness(
                byWave.values().stream().mapToInt(Integer::intValue).sum(),
                CodedQuestion.FEWEST_EXAMPLES,
                !question.codebook().codes().isEmpty(),
                byWave);
    }

    /**
     * Trains.
     *
     * @param waves whose coded answers are learned from; all if empty
     * @throws RefusedException if there is no such study, question or wave, too little is coded, or the model cannot be
     *     written
     */
    public Outcome run(StudyName study, QuestionName name, List<WaveName> waves, Progress progress) {
        CodedQuestion question = CodedQuestion.of(workspace, study, name);
        question.check(waves);
        FrenchAnalyser analyser = question.analyser(workspace);
        WordVectors vectors = new WordVectors(workspace.cache());
        TrainingSet set = trainingSet(question, waves, analyser, progress);
        progress.at(TASK, 0, 0);
        Model model = new Trainer(analyser, vectors).train(set);
        ModelName version = next(study, name);
        ModelFolder.write(
                model,
                card(question, set, waves, model, version, analyser.version(), vectors.version()),
                workspace.models());
        workspace.database().studies().setCurrentModel(study, name, version.value());
        return new Outcome(
                version, set.examples().size(), set.codebook().codes().size());
    }

    private TrainingSet trainingSet(
            CodedQuestion question, List<WaveName> waves, FrenchAnalyser analyser, Progress progress) {
        question.checkTeaches(Set.copyOf(waves));
        try (AllCores cores = new AllCores()) {
            Map<AnswerId, AnalysedAnswer> read = question.read(workspace, analyser, cores, progress);
            return question.trainingSet(question.examples(Set.copyOf(waves), read), read);
        }
    }

    private ModelCard card(
            CodedQuestion question,
            TrainingSet set,
            List<WaveName> waves,
            Model model,
            ModelName version,
            String language,
            String vectors) {
        StudyName study = question.question().study();
        QuestionName name = question.question().name();
        return new ModelCard(
                version.value(),
                study.value(),
                name.value(),
                Trainer.RECIPE,
                set.seed(),
                (waves.isEmpty() ? question.codedWaves() : waves)
                        .stream().map(WaveName::value).toList(),
                set.examples().size(),
                hash(set.examples()),
                set.others().size(),
                set.codebook().version(),
                language,
                vectors,
                Map.of("java", Runtime.version().toString()),
                workspace.clock().instant().toString(),
                workspace.database().studies().currentModel(study, name).orElse(null),
                model.codeLines(),
                "",
                null);
    }

    /** The study's and the question's names in the letters of a folder's name, and the first number that is free. */
    private ModelName next(StudyName study, QuestionName question) {
        String stem = plain(study.value()) + "-" + plain(question.value()) + "-";
        Set<String> taken = new ModelShelf(workspace.models())
                .names().stream().map(ModelName::value).collect(Collectors.toSet());
        int number = 1;
        while (taken.contains(stem + number)) {
            number++;
        }
        return new ModelName(stem + number);
    }

    private static String plain(String name) {
        String plain = NOT_IN_A_NAME.matcher(Folding.fold(name)).replaceAll("-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "x" : plain.substring(0, Math.min(LONGEST_PART, plain.length()));
    }

    private static String hash(List<Example> examples) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Example example : examples) {
                digest.update(line(example).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String line(Example example) {
        StringBuilder line = new StringBuilder(example.id().value())
                .append('\0')
                .append(example.answer().text());
        for (Map.Entry<CodeId, Boolean> word : example.considered().entrySet()) {
            line.append('\0').append(word.getKey()).append('=').append(word.getValue());
        }
        return line.append('\n').toString();
    }
}
