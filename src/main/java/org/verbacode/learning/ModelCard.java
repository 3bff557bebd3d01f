package org.verbacode.learning;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.quality.CodeQuality;
import org.verbacode.study.Names;

/**
 * Provenance and quality of a model version: enough to train it again. Cards written by earlier versions of Verbacode
 * lack some of it.
 *
 * @param model its name, that of its folder
 * @param recipe version of the computation
 * @param seed of all random draws
 * @param waves the waves of its training answers
 * @param waveWeights weight of an answer of each wave, 1 for the latest; empty if all counted the same
 * @param caution its regularisation; null if the card does not say
 * @param examples number of coded training answers
 * @param examplesHash SHA-256 of these answers and their codes
 * @param otherTexts number of further answers, used for document frequencies
 * @param language version of the French analysis, the survey's lexicon included
 * @param vectors version of the word vectors
 * @param resources SHA-256 of the files that determine the French analysis, by name
 * @param libraries versions of Java and of the libraries that computed
 * @param trained time of the training, in ISO 8601
 * @param parent the version in use before; null for the first
 * @param reproduces the version whose card this one was trained from again; null for none
 * @param state of the study at the training; null if the card does not say
 * @param changes differences between its training data and its parent's; null without one
 * @param lead probability from which the most likely code is given to an answer without any code, 1 for never; null
 *     if the card does not say
 * @param weightsHash SHA-256 of the file of weights
 * @param purged time when words that it had learned were purged, in ISO 8601, so that it cannot be trained again;
 *     null if none were
 */
public record ModelCard(
        String model,
        String study,
        String question,
        String recipe,
        long seed,
        List<String> waves,
        Map<String, Double> waveWeights,
        @Nullable Regularisation caution,
        int examples,
        String examplesHash,
        int otherTexts,
        int codebookVersion,
        String language,
        String vectors,
        Map<String, String> resources,
        Map<String, String> libraries,
        String trained,
        @Nullable String parent,
        @Nullable String reproduces,
        @Nullable State state,
        @Nullable ModelChanges changes,
        List<CodeLine> codes,
        @Nullable Double lead,
        String weightsHash,
        @Nullable String purged) {

    /**
     * The state of a study at a training.
     *
     * @param lastDecision id of the last act of any coder; null before the first
     * @param codebookHash SHA-256 of the codes with their definitions
     * @param otherTextsHash SHA-256 of the further answers
     * @param answersHash SHA-256 of the file that lists the training answers
     */
    public record State(
            @Nullable String lastDecision, String codebookHash, String otherTextsHash, String answersHash) {}

    /**
     * Quality for one code, leave-one-out on the training answers.
     *
     * @param averagePrecision of the ranking by probability; null if the card does not say
     * @param threshold the logit from which the code is given
     */
    public record CodeLine(
            String code,
            String name,
            int considered,
            int applies,
            double precision,
            double recall,
            double f1,
            @Nullable Double averagePrecision,
            double threshold) {
        public CodeLine {
            new CodeId(code);
            name = Names.checked(name);
            if (considered < 0 || applies < 0 || applies > considered) {
                throw new IllegalArgumentException("not counts: " + applies + " of " + considered);
            }
            if (!isShare(precision)
                    || !isShare(recall)
                    || !isShare(f1)
                    || (averagePrecision != null && !isShare(averagePrecision))
                    || !Double.isFinite(threshold)) {
                throw new IllegalArgumentException("not shares and a threshold of " + name);
            }
        }

        private static boolean isShare(double number) {
            return number >= 0 && number <= 1;
        }

        static CodeLine of(Code code, CodeQuality quality, double threshold) {
            return new CodeLine(
                    code.id().value(),
                    code.name(),
                    quality.considered(),
                    quality.applies(),
                    quality.precision(),
                    quality.recall(),
                    quality.f1(),
                    quality.averagePrecision(),
                    threshold);
        }

        /** Below this many examples the quality for a code is not reliable. */
        public static final int ENOUGH = 5;

        public boolean canBeJudged() {
            return applies >= ENOUGH;
        }

        /** Number of answers that were given the code and bear it. */
        public long right() {
            return Math.round(recall * applies);
        }

        /** Number of answers that were given the code. */
        public long given() {
            return precision == 0 ? 0 : Math.round(right() / precision);
        }
    }

    /** @throws IllegalArgumentException if a count, a date or a name is invalid, or a code is listed twice */
    public ModelCard {
        waves = List.copyOf(waves);
        waveWeights = sorted(waveWeights);
        resources = sorted(resources);
        libraries = sorted(libraries);
        codes = List.copyOf(codes);
        if (examples < 0 || otherTexts < 0 || codebookVersion < 0) {
            throw new IllegalArgumentException("fewer than none");
        }
        if (waveWeights.values().stream().anyMatch(weight -> !(weight > 0 && weight <= 1))) {
            throw new IllegalArgumentException("not weights of waves: " + waveWeights);
        }
        if (lead != null && !CodeLine.isShare(lead)) {
            throw new IllegalArgumentException("not a probability: " + lead);
        }
        if (codes.stream().map(CodeLine::code).distinct().count() < codes.size()) {
            throw new IllegalArgumentException("a code twice");
        }
        Instant.parse(trained);
        if (purged != null) {
            Instant.parse(purged);
        }
        Stream.of(model, study, question, recipe, language, vectors, String.join("", waves))
                .forEach(ModelCard::check);
        Stream.of(resources, libraries)
                .flatMap(map -> map.entrySet().stream())
                .forEach(entry -> check(entry.getKey() + entry.getValue()));
        Stream.of(examplesHash, weightsHash).forEach(ModelCard::check);
    }

    /** Cards of earlier versions lack some maps. */
    private static <V> Map<String, V> sorted(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
    }

    /** Refuses control characters, which a terminal would execute. */
    private static void check(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a control character on the card");
        }
    }

    /** The same card with the hashes of the files written. */
    public ModelCard withFiles(String weights, @Nullable String answers) {
        State named = state == null || answers == null
                ? state
                : new State(state.lastDecision(), state.codebookHash(), state.otherTextsHash(), answers);
        return with(parent, reproduces, named, changes, weights, purged);
    }

    /** The same card after words were purged from the model. */
    public ModelCard purgedAt(String when) {
        return with(parent, reproduces, state, changes, weightsHash, when);
    }

    /** The card of a model trained again from another card, of which it takes the provenance. */
    public ModelCard reproducing(ModelCard original) {
        return with(original.parent, original.model, state, original.changes, weightsHash, purged);
    }

    private ModelCard with(
            @Nullable String from,
            @Nullable String again,
            @Nullable State named,
            @Nullable ModelChanges since,
            String hash,
            @Nullable String gone) {
        return new ModelCard(
                model,
                study,
                question,
                recipe,
                seed,
                waves,
                waveWeights,
                caution,
                examples,
                examplesHash,
                otherTexts,
                codebookVersion,
                language,
                vectors,
                resources,
                libraries,
                trained,
                from,
                again,
                named,
                since,
                codes,
                lead,
                hash,
                gone);
    }

    /** Share of the codes given that people gave too; 0 if none was given. */
    public double microPrecision() {
        return share(codes.stream().mapToLong(CodeLine::given).sum());
    }

    /** Share of the codes given by people that the model gave too; 0 if there were none. */
    public double microRecall() {
        return share(codes.stream().mapToLong(CodeLine::applies).sum());
    }

    /** Harmonic mean of micro-precision and micro-recall. */
    public double microF1() {
        double precision = microPrecision();
        double recall = microRecall();
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** Mean F1 of the codes that have examples; 0 without any. */
    public double macroF1() {
        return codes.stream()
                .filter(line -> line.applies() > 0)
                .mapToDouble(CodeLine::f1)
                .average()
                .orElse(0);
    }

    private double share(long of) {
        long right = codes.stream().mapToLong(CodeLine::right).sum();
        return of == 0 ? 0 : (double) right / of;
    }
}
