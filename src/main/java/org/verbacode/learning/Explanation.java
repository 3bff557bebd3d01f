package org.verbacode.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.Token;
import org.verbacode.learning.FeatureSpace.Occurrence;

/**
 * Takes the logit of one code apart into what each word of the answer adds to it. Every score is a sum over features of
 * the answer once its best keyword is known, and every feature belongs to one word or to two.
 */
final class Explanation {
    private final Model model;
    private final AnalysedAnswer answer;
    private final int code;
    private final Features features;
    private final FeatureSpace.Traced traced;
    private final double[] byToken;

    Explanation(Model model, CodebookScores codebookScores, AnalysedAnswer answer, int code) {
        this.model = model;
        this.answer = answer;
        this.code = code;
        this.features = model.space.features(answer);
        this.traced = model.space.trace(answer);
        this.byToken = new double[answer.tokens().size()];
        addRidges(model.weights);
        addDefinition(codebookScores);
    }

    private void addRidges(Weights weights) {
        share(traced.lemmas(), features.lemmas, id -> weight(weights.lemmas[id]), model.logistic.slope(0));
        share(traced.content(), features.content, id -> weight(weights.content[id]), model.logistic.slope(0));
        share(traced.characters(), features.characters, id -> weight(weights.characters[id]), model.logistic.slope(1));
        if (features.softLength > 0) {
            share(
                    traced.content(),
                    features.content,
                    id -> weight(weights.soft[id]),
                    model.logistic.slope(2) / features.softLength);
        }
        double[] meaning = new double[Meanings.DIMENSIONS];
        for (int d = 0; d < meaning.length; d++) {
            meaning[d] = weights.meaning[d][code];
        }
        shareMeaning(meaning, model.logistic.slope(2));
    }

    private void addDefinition(CodebookScores scores) {
        int first = Kernels.COUNT;
        TextIndex texts = scores.texts();
        shareWords(texts.text(code), model.logistic.slope(first));
        shareSoft(texts, code, model.logistic.slope(first + 1));
        shareMeaning(texts.text(code).meaning, model.logistic.slope(first + 2));
        int word = scores.bestInWords(features, code);
        if (word >= 0) {
            shareWords(texts.text(word), model.logistic.slope(first + 3));
        }
        int soft = scores.bestInSenses(features, code);
        if (soft >= 0) {
            shareSoft(texts, soft, model.logistic.slope(first + 4));
        }
        for (int score = 5; score < CodebookScores.COUNT; score++) {
            double factor = model.logistic.slope(first + score);
            scores.attaining(features, code, score).forEach((lemma, part) -> {
                long times = traced.content().stream()
                        .filter(occurrence -> occurrence.id() == lemma)
                        .count();
                for (Occurrence occurrence : traced.content()) {
                    if (occurrence.id() == lemma) {
                        byToken[occurrence.firstToken()] += factor * part / times;
                    }
                }
            });
        }
    }

    private double weight(float @Nullable [] weights) {
        return weights == null ? 0 : weights[code];
    }

    private void shareWords(Features text, double factor) {
        share(traced.content(), features.content, text.content::at, factor / 2);
        share(traced.characters(), features.characters, text.characters::at, factor / 2);
    }

    private void shareSoft(TextIndex texts, int text, double factor) {
        if (features.softLength > 0) {
            share(traced.content(), features.content, id -> texts.spread(text, id), factor / features.softLength);
        }
    }

    private void shareMeaning(double[] direction, double factor) {
        double length = model.space.meaningLength(features.content);
        if (length > 0) {
            share(
                    traced.content(),
                    features.content,
                    id -> Meanings.dot(model.space.meaningOf(id), direction),
                    factor / length);
        }
    }

    /** Adds factor·x·w of every feature to the words it occurs in, in equal parts. */
    private void share(List<Occurrence> occurrences, SparseRow row, IntToDoubleFunction weight, double factor) {
        Map<Integer, Integer> times = new HashMap<>();
        occurrences.forEach(occurrence -> times.merge(occurrence.id(), 1, Integer::sum));
        Map<Integer, Double> parts = new HashMap<>();
        for (Occurrence occurrence : occurrences) {
            int id = occurrence.id();
            if (id >= 0) {
                double part = parts.computeIfAbsent(
                        id, unused -> factor * row.at(id) * weight.applyAsDouble(id) / times.getOrDefault(id, 1));
                byToken[occurrence.firstToken()] += part / 2;
                byToken[occurrence.lastToken()] += part / 2;
            }
        }
    }

    /** One a word that adds anything; the parts of a contraction share their span. */
    List<Weight> weights() {
        List<Weight> weights = new ArrayList<>();
        for (int i = 0; i < byToken.length; i++) {
            Token token = answer.tokens().get(i);
            int last = weights.size() - 1;
            Weight before = last < 0 ? null : weights.get(last);
            if (before != null && before.start() == token.start() && before.end() == token.end()) {
                weights.set(last, new Weight(before.start(), before.end(), before.contribution() + byToken[i]));
            } else {
                weights.add(new Weight(token.start(), token.end(), byToken[i]));
            }
        }
        weights.removeIf(weight -> weight.contribution() == 0);
        return List.copyOf(weights);
    }
}
