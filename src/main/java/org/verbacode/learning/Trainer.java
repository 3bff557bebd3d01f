package org.verbacode.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.WordVectors;
import org.verbacode.learning.Thresholds.Judged;

/**
 * Learns a model: three ridges on words, characters and meanings, with the codebook's texts as training rows beside the
 * coded answers, and one logistic regression that pools them with the codebook scores. Everything is chosen on
 * leave-one-out scores. The same training set gives the same model bit for bit.
 */
public final class Trainer {
    /** The version of the recipe; a change of what is computed changes it. */
    public static final String RECIPE = "ridges-4";

    private final FrenchAnalyser analyser;
    private final WordVectors vectors;
    private final AtomicReference<Meanings.Source> meanings = new AtomicReference<>();

    public Trainer(FrenchAnalyser analyser, WordVectors vectors) {
        this.analyser = analyser;
        this.vectors = vectors;
    }

    /**
     * Learns.
     *
     * @throws IllegalArgumentException if there is no example or no code
     */
    public Model train(TrainingSet set) {
        Codebook codebook = set.codebook();
        if (set.examples().isEmpty() || codebook.codes().isEmpty()) {
            throw new IllegalArgumentException("nothing to learn from");
        }
        List<CodeText> codeTexts = CodeTexts.of(codebook, analyser);
        FeatureSpace space = space(set, codeTexts);
        List<Features> texts = new ArrayList<>();
        set.examples().forEach(example -> texts.add(space.features(example.answer())));
        List<CodeId> rowCodes = new ArrayList<>();
        for (CodeText codeText : codeTexts) {
            for (AnalysedAnswer row : codeText.rows()) {
                texts.add(space.features(row));
                rowCodes.add(codeText.code());
            }
        }
        double[][][] kernels = Kernels.between(texts, space.meanings);
        int codes = codebook.codes().size();
        double[][][] alphas = new double[Kernels.COUNT][codes][texts.size()];
        double[][][] leftOut = new double[Kernels.COUNT][codes][texts.size()];
        fit(set, rowCodes, kernels, alphas, leftOut);
        CodebookScores codebookScores = new CodebookScores(space, codeTexts);
        List<double[]> pairs = new ArrayList<>();
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < set.examples().size(); i++) {
            double[][] scores = codebookScores.of(texts.get(i));
            for (int code = 0; code < codes; code++) {
                Boolean applies = set.examples()
                        .get(i)
                        .considered()
                        .get(codebook.codes().get(code).id());
                if (applies != null) {
                    double[] pair = new double[PooledLogistic.SCORES];
                    for (int ridge = 0; ridge < Kernels.COUNT; ridge++) {
                        pair[ridge] = leftOut[ridge][code][i];
                    }
                    for (int score = 0; score < CodebookScores.COUNT; score++) {
                        pair[Kernels.COUNT + score] = scores[score][code];
                    }
                    pairs.add(pair);
                    judged.add(new Judged(code, 0, applies));
                }
            }
        }
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("no code was considered for any answer");
        }
        boolean[] applies = new boolean[judged.size()];
        for (int i = 0; i < applies.length; i++) {
            applies[i] = judged.get(i).applies();
        }
        PooledLogistic logistic = PooledLogistic.learn(pairs.toArray(double[][]::new), applies);
        for (int i = 0; i < judged.size(); i++) {
            judged.set(i, new Judged(judged.get(i).code(), logistic.logit(pairs.get(i)), applies[i]));
        }
        double[] thresholds = Thresholds.of(judged.toArray(Judged[]::new), codes);
        double[] offsets = new double[codes];
        List<CodeQuality> qualities = new ArrayList<>();
        for (int code = 0; code < codes; code++) {
            int wanted = code;
            Judged[] ofCode =
                    judged.stream().filter(pair -> pair.code() == wanted).toArray(Judged[]::new);
            offsets[code] = Thresholds.offset(ofCode);
            qualities.add(quality(codebook.codes().get(code), ofCode, thresholds[code]));
        }
        return new Model(
                analyser.survey(),
                codebook,
                space,
                codeTexts,
                Weights.of(space, texts, alphas),
                logistic,
                thresholds,
                offsets,
                qualities);
    }

    private FeatureSpace space(TrainingSet set, List<CodeText> codeTexts) {
        List<AnalysedAnswer> texts = new ArrayList<>();
        set.examples().forEach(example -> texts.add(example.answer()));
        texts.addAll(set.others());
        codeTexts.forEach(text -> texts.add(text.full()));
        List<AnalysedAnswer> parts =
                codeTexts.stream().flatMap(text -> text.rows().stream()).toList();
        Meanings.Source source = meanings.updateAndGet(known -> known == null ? new Meanings.Source(vectors) : known);
        return FeatureSpace.of(texts, parts, source);
    }

    /** One inverse a kernel serves all codes that were considered for the same answers. */
    private static void fit(
            TrainingSet set, List<CodeId> rowCodes, double[][][] kernels, double[][][] alphas, double[][][] leftOut) {
        int examples = set.examples().size();
        int all = examples + rowCodes.size();
        Map<List<Integer>, List<Integer>> codesByRows = new LinkedHashMap<>();
        List<Code> codes = set.codebook().codes();
        for (int code = 0; code < codes.size(); code++) {
            List<Integer> rows = new ArrayList<>();
            for (int i = 0; i < all; i++) {
                if (i >= examples
                        || set.examples()
                                .get(i)
                                .considered()
                                .containsKey(codes.get(code).id())) {
                    rows.add(i);
                }
            }
            codesByRows.computeIfAbsent(rows, unused -> new ArrayList<>()).add(code);
        }
        Map<Integer, double[]> targets = new HashMap<>();
        for (int code = 0; code < codes.size(); code++) {
            targets.put(code, target(set, rowCodes, codes.get(code).id()));
        }
        codesByRows.forEach((rows, group) -> {
            for (int kernel = 0; kernel < Kernels.COUNT; kernel++) {
                DualRidge ridge = new DualRidge(part(kernels[kernel], rows));
                for (int code : group) {
                    double[] target = rows.stream()
                            .mapToDouble(row -> targets.getOrDefault(code, new double[0])[row])
                            .toArray();
                    double[] weights = ridge.weights(target);
                    double[] scores = ridge.leftOut(target, weights);
                    for (int k = 0; k < rows.size(); k++) {
                        alphas[kernel][code][rows.get(k)] = weights[k];
                        leftOut[kernel][code][rows.get(k)] = scores[k];
                    }
                }
            }
        });
    }

    private static double[] target(TrainingSet set, List<CodeId> rowCodes, CodeId code) {
        int examples = set.examples().size();
        double[] target = new double[examples + rowCodes.size()];
        for (int i = 0; i < examples; i++) {
            target[i] = set.examples().get(i).considered().getOrDefault(code, false) ? 1 : -1;
        }
        for (int row = 0; row < rowCodes.size(); row++) {
            target[examples + row] = rowCodes.get(row).equals(code) ? 1 : -1;
        }
        return target;
    }

    private static double[][] part(double[][] kernel, List<Integer> rows) {
        double[][] part = new double[rows.size()][rows.size()];
        for (int i = 0; i < part.length; i++) {
            for (int j = 0; j < part.length; j++) {
                part[i][j] = kernel[rows.get(i)][rows.get(j)];
            }
        }
        return part;
    }

    private static CodeQuality quality(Code code, Judged[] judged, double threshold) {
        int applies = (int) Arrays.stream(judged).filter(Judged::applies).count();
        int given = (int)
                Arrays.stream(judged).filter(pair -> pair.logit() >= threshold).count();
        int right = (int) Arrays.stream(judged)
                .filter(pair -> pair.logit() >= threshold && pair.applies())
                .count();
        return new CodeQuality(
                code.id(),
                judged.length,
                applies,
                given == 0 ? 0 : (double) right / given,
                applies == 0 ? 0 : (double) right / applies);
    }
}
