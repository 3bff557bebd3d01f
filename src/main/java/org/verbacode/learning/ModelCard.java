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
 * Where a model version comes from and how good it is: enough to make it again. Cards written by earlier versions of
 * Verbacode lack some of it.
 *
 * @param model its name, that of its folder
 * @param recipe what was computed
 * @param seed of whatever was drawn
 * @param waves whose answers it learned from
 * @param waveWeights how much an answer of each wave counted, 1 for the latest; empty if all counted the same
 * @param caution with which it learned; null if the card does not say
 * @param examples how many coded answers it learned from
 * @param examplesHash SHA-256 of these answers and their codes
 * @param otherTexts how many further answers told it which words are frequent
 * @param language version of the reading of French, the survey's own words included
 * @param vectors version of the word vectors
 * @param resources SHA-256 of the files that decide how French is read, by name
 * @param libraries versions of the libraries that computed, and of Java
 * @param trained when, in ISO 8601
 * @param parent the version that was current before; null for the first
 * @param reproduces the version that this one is the same as, made again from its card; null for none
 * @param state of the study that it learned from; null if the card does not say
 * @param changes what it learned otherwise than its parent; null without one
 * @param lead the probability from which the likeliest code of an answer is given that reaches no threshold, 1 for never; null
 *     if the card does not say
 * @param weightsHash SHA-256 of the file of weights
 * @param purged when words it had learned were purged, in ISO 8601: it cannot be made again; null if none were
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
     * What a study held when it was learned from.
     *
     * @param lastDecision id of the last thing that any coder had done; null before the first
     * @param codebookHash SHA-256 of the codes with their definitions
     * @param otherTextsHash SHA-256 of the further answers
     * @param answersHash SHA-256 of the file that says which answers were learned from
     */
    public record State(
            @Nullable String lastDecision, String codebookHash, String otherTextsHash, String answersHash) {}

    /**
     * One code, as far as the training answers show: each was left out in turn.
     *
     * @param averagePrecision how well the answers that bear the code come first; null if the card does not say
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

        /** Fewer examples say nothing of how good the model is for a code. */
        public static final int ENOUGH = 5;

        public boolean canBeJudged() {
            return applies >= ENOUGH;
        }

        /** To how many answers the model gave the code rightly. */
        public long right() {
            return Math.round(recall * applies);
        }

        /** To how many answers the model gave the code. */
        public long given() {
            return precision == 0 ? 0 : Math.round(right() / precision);
        }
    }

    /** @throws IllegalArgumentException if a count, a date or a name is none, or a code stands there twice */
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

    /** Cards of earlier versions lack some. */
    private static <V> Map<String, V> sorted(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
    }

    /** What is shown on a terminal must not steer it. */
    private static void check(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a control character on the card");
        }
    }

    /** The card of a model whose files have been written. */
    public ModelCard withFiles(String weights, @Nullable String answers) {
        State named = state == null || answers == null
                ? state
                : new State(state.lastDecision(), state.codebookHash(), state.otherTextsHash(), answers);
        return with(parent, reproduces, named, changes, weights, purged);
    }

    /** The card of a version of which words were purged. */
    public ModelCard purgedAt(String when) {
        return with(parent, reproduces, state, changes, weightsHash, when);
    }

    /** The card of a version that was made again from another card, which tells where both come from. */
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

    /** Of all codes the model gave, the share that was right; 0 if it gave none. */
    public double microPrecision() {
        return share(codes.stream().mapToLong(CodeLine::given).sum());
    }

    /** Of all codes people gave, the share the model found; 0 if there were none. */
    public double microRecall() {
        return share(codes.stream().mapToLong(CodeLine::applies).sum());
    }

    /** The harmonic mean of the two. */
    public double microF1() {
        double precision = microPrecision();
        double recall = microRecall();
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** The mean F1 of the codes that have examples; 0 without any. */
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
