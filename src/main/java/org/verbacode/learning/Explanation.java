package org.verbacode.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.Token;
import org.verbacode.learning.features.Clauses;
import org.verbacode.learning.features.Clauses.Clause;
import org.verbacode.learning.features.CodebookScores;
import org.verbacode.learning.features.FeatureSpace;
import org.verbacode.learning.features.FeatureSpace.Occurrence;
import org.verbacode.learning.features.Features;
import org.verbacode.learning.features.Kernels;
import org.verbacode.learning.features.LemmaVectors;
import org.verbacode.learning.features.SparseRow;
import org.verbacode.learning.features.TextIndex;
import org.verbacode.learning.ridge.PrimalWeights;

/**
 * Splits the logit of a code into contributions of the words of an answer. Once the best keyword and the best clause
 * are fixed, every score is a sum over features, and every feature belongs to one or two words.
 */
final class Explanation {
    private final Model model;
    private final AnalysedAnswer answer;
    private final int code;
    private final double[] byToken;

    Explanation(Model model, CodebookScores codebookScores, AnalysedAnswer answer, int code) {
        this.model = model;
        this.answer = answer;
        this.code = code;
        this.byToken = new double[answer.tokens().size()];
        Features features = model.space.answer(answer);
        Part whole = new Part(features, model.space.trace(answer));
        List<Clause> clauses = Clauses.of(answer);
        for (int ridge = 0; ridge < Kernels.COUNT; ridge++) {
            double slope = slope(ridge);
            if (clauses.isEmpty()) {
                addRidge(ridge, whole, slope);
            } else {
                int best = model.weights.bestClause(features, ridge, code);
                Part clause =
                        new Part(features.clauses.get(best), whole.traced().within(clauses.get(best)));
                addRidge(ridge, whole, model.weights.regularisation.joint(slope, 0));
                addRidge(ridge, clause, model.weights.regularisation.joint(0, slope));
            }
        }
        addDefinition(codebookScores, whole);
    }

    /** The answer or a clause of it. */
    private record Part(Features features, FeatureSpace.Traced traced) {}

    private double slope(int score) {
        return model.logits().slope(code, score);
    }

    private void addRidge(int ridge, Part part, double slope) {
        PrimalWeights weights = model.weights;
        Features features = part.features();
        FeatureSpace.Traced traced = part.traced();
        if (ridge == Kernels.WORDS) {
            share(traced.lemmas(), features.lemmas, id -> weight(weights.lemmas[id]), slope);
            share(traced.content(), features.content, id -> weight(weights.content[id]), slope);
        } else if (ridge == Kernels.CHARACTERS) {
            share(traced.characters(), features.characters, id -> weight(weights.characters[id]), slope);
        } else {
            if (features.softLength > 0) {
                double factor = slope / features.softLength;
                share(traced.content(), features.content, id -> weight(weights.soft[id]), factor);
            }
            double[] meaning = new double[weights.meaning.length];
            for (int d = 0; d < meaning.length; d++) {
                meaning[d] = weights.meaning[d][code];
            }
            shareMeaning(part, meaning, slope);
        }
    }

    private void addDefinition(CodebookScores scores, Part whole) {
        int first = Kernels.COUNT;
        TextIndex texts = scores.texts();
        shareWords(whole, texts.text(code), slope(first));
        shareSoft(whole, texts, code, slope(first + 1));
        shareMeaning(whole, texts.text(code).meaning, slope(first + 2));
        int word = scores.bestInWords(whole.features(), code);
        if (word >= 0) {
            shareWords(whole, texts.text(word), slope(first + 3));
        }
        int soft = scores.bestInSenses(whole.features(), code);
        if (soft >= 0) {
            shareSoft(whole, texts, soft, slope(first + 4));
        }
        List<Occurrence> words = whole.traced().content();
        for (int score = 5; score < CodebookScores.COUNT; score++) {
            double factor = slope(first + score);
            scores.attaining(whole.features(), code, score).forEach((lemma, part) -> {
                long times = words.stream()
                        .filter(occurrence -> occurrence.id() == lemma)
                        .count();
                for (Occurrence occurrence : words) {
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

    private void shareWords(Part part, Features text, double factor) {
        share(part.traced().content(), part.features().content, text.content::at, factor / 2);
        share(part.traced().characters(), part.features().characters, text.characters::at, factor / 2);
    }

    private void shareSoft(Part part, TextIndex texts, int text, double factor) {
        Features features = part.features();
        if (features.softLength > 0) {
            share(
                    part.traced().content(),
                    features.content,
                    id -> texts.spread(text, id),
                    factor / features.softLength);
        }
    }

    private void shareMeaning(Part part, double[] direction, double factor) {
        SparseRow content = part.features().content;
        share(
                part.traced().content(),
                content,
                id -> LemmaVectors.dot(model.space.meaningOf(id, content), direction),
                factor);
    }

    /** Adds factor·x·w of each feature, in equal parts, to the words in which it occurs. */
    private void share(List<Occurrence> occurrences, SparseRow row, IntToDoubleFunction weight, double factor) {
        Map<Integer, Integer> times = new HashMap<>();
        occurrences.forEach(occurrence -> times.merge(occurrence.id(), 1, Integer::sum));
        Map<Integer, Double> shares = new HashMap<>();
        for (Occurrence occurrence : occurrences) {
            int id = occurrence.id();
            if (id >= 0) {
                double share = shares.computeIfAbsent(
                        id, unused -> factor * row.at(id) * weight.applyAsDouble(id) / times.getOrDefault(id, 1));
                byToken[occurrence.firstToken()] += share / 2;
                byToken[occurrence.lastToken()] += share / 2;
            }
        }
    }

    /** The non-zero contributions, one per word; the parts of a contraction share their span. */
    List<Contribution> weights() {
        List<Contribution> weights = new ArrayList<>();
        for (int i = 0; i < byToken.length; i++) {
            Token token = answer.tokens().get(i);
            int last = weights.size() - 1;
            Contribution before = last < 0 ? null : weights.get(last);
            if (before != null && before.start() == token.start() && before.end() == token.end()) {
                weights.set(last, new Contribution(before.start(), before.end(), before.contribution() + byToken[i]));
            } else {
                weights.add(new Contribution(token.start(), token.end(), byToken[i]));
            }
        }
        weights.removeIf(weight -> weight.contribution() == 0);
        return List.copyOf(weights);
    }
}
