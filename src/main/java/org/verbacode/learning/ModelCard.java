package org.verbacode.learning;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;

/**
 * Where a model version comes from and how good it is: enough to make it again.
 *
 * @param model its name, that of its folder
 * @param recipe what was computed
 * @param seed of whatever was drawn
 * @param waves whose answers it learned from
 * @param examples how many coded answers it learned from
 * @param examplesHash SHA-256 of these answers and their codes
 * @param otherTexts how many further answers told it which words are frequent
 * @param language version of the reading of French
 * @param vectors version of the word vectors
 * @param libraries versions of the libraries that computed, and of Java
 * @param trained when, in ISO 8601
 * @param parent the version that was current before; null for the first
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
        int examples,
        String examplesHash,
        int otherTexts,
        int codebookVersion,
        String language,
        String vectors,
        Map<String, String> libraries,
        String trained,
        @Nullable String parent,
        List<CodeLine> codes,
        String weightsHash,
        @Nullable String purged) {

    /**
     * One code, as far as the training answers show: each was left out in turn.
     *
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
            double threshold) {
        static CodeLine of(Code code, CodeQuality quality, double threshold) {
            return new CodeLine(
                    code.id().value(),
                    code.name(),
                    quality.considered(),
                    quality.applies(),
                    quality.precision(),
                    quality.recall(),
                    quality.f1(),
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

    public ModelCard {
        waves = List.copyOf(waves);
        libraries = Collections.unmodifiableMap(new TreeMap<>(libraries));
        codes = List.copyOf(codes);
    }

    /** The card of a model whose file of weights has been written. */
    public ModelCard withWeights(String hash) {
        return with(hash, purged);
    }

    /** The card of a version of which words were purged. */
    public ModelCard purgedAt(String when) {
        return with(weightsHash, when);
    }

    private ModelCard with(String hash, @Nullable String when) {
        return new ModelCard(
                model,
                study,
                question,
                recipe,
                seed,
                waves,
                examples,
                examplesHash,
                otherTexts,
                codebookVersion,
                language,
                vectors,
                libraries,
                trained,
                parent,
                codes,
                hash,
                when);
    }

    /** Of all codes the model gave, the share that was right; 0 if it gave none. */
    public double microPrecision() {
        return share(codes.stream().mapToLong(CodeLine::given).sum());
    }

    /** Of all codes people gave, the share the model found; 0 if there were none. */
    public double microRecall() {
        return share(codes.stream().mapToLong(CodeLine::applies).sum());
    }

    private double share(long of) {
        long right = codes.stream().mapToLong(CodeLine::right).sum();
        return of == 0 ? 0 : (double) right / of;
    }
}
