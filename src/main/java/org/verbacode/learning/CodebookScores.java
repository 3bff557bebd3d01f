package org.verbacode.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How near an answer is to what the codebook says of each code. Eight scores: likeness to the full text by words and
 * characters, by soft cosine, by mean vector; to the best keyword by words and characters, by soft cosine; the best
 * match of any word with any keyword, the same times the word's idf; the best keyword phrase.
 */
final class CodebookScores {
    static final int COUNT = 8;

    private final FeatureSpace space;
    private final List<Features> fulls = new ArrayList<>();
    private final List<double[]> fullSpreads = new ArrayList<>();
    private final List<List<Features>> keywords = new ArrayList<>();
    private final List<List<double[]>> keywordSpreads = new ArrayList<>();
    /** By code and phrase: the places of its words among all keyword lemmas. */
    private final List<List<int[]>> phrases = new ArrayList<>();
    /** By code: the places of its words among all keyword lemmas. */
    private final List<int[]> words = new ArrayList<>();

    private final int[] lemmas;
    /** By lemma of the space and keyword lemma. */
    private final float[][] similarities;

    CodebookScores(FeatureSpace space, List<CodeText> texts) {
        this.space = space;
        Map<Integer, Integer> places = new LinkedHashMap<>();
        for (CodeText text : texts) {
            Features full = space.features(text.full());
            fulls.add(full);
            fullSpreads.add(space.meanings.spread(full.content));
            List<Features> rows = text.keywords().stream().map(space::features).toList();
            keywords.add(rows);
            keywordSpreads.add(
                    rows.stream().map(row -> space.meanings.spread(row.content)).toList());
            List<int[]> phrasesOfCode = rows.stream()
                    .map(row -> Arrays.stream(row.content.ids)
                            .map(id -> places.computeIfAbsent(id, unused -> places.size()))
                            .toArray())
                    .filter(phrase -> phrase.length > 0)
                    .toList();
            phrases.add(phrasesOfCode);
            words.add(phrasesOfCode.stream()
                    .flatMapToInt(Arrays::stream)
                    .distinct()
                    .toArray());
        }
        lemmas = places.keySet().stream().mapToInt(Integer::intValue).toArray();
        similarities = new float[space.content.size()][lemmas.length];
        for (int word = 0; word < similarities.length; word++) {
            for (int place = 0; place < lemmas.length; place++) {
                similarities[word][place] = (float) space.meanings.similarity(word, lemmas[place]);
            }
        }
    }

    /** The scores of an answer, by score and code. */
    double[][] of(Features answer) {
        double[][] scores = new double[COUNT][fulls.size()];
        for (int code = 0; code < fulls.size(); code++) {
            Features full = fulls.get(code);
            scores[0][code] = words(answer, full);
            scores[1][code] = soft(answer, full, fullSpreads.get(code));
            scores[2][code] = Meanings.dot(answer.meaning, full.meaning);
            int word = bestKeyword(answer, code, false);
            int soft = bestKeyword(answer, code, true);
            scores[3][code] = word < 0 ? 0 : words(answer, keywords.get(code).get(word));
            scores[4][code] = soft < 0
                    ? 0
                    : soft(
                            answer,
                            keywords.get(code).get(soft),
                            keywordSpreads.get(code).get(soft));
            for (int lemma : answer.content.ids) {
                for (int place : words.get(code)) {
                    double similarity = similarities[lemma][place];
                    scores[5][code] = Math.max(scores[5][code], similarity);
                    scores[6][code] = Math.max(scores[6][code], similarity * space.content.idf(lemma));
                }
            }
            for (int[] phrase : phrases.get(code)) {
                scores[7][code] = Math.max(scores[7][code], phrase(answer, phrase));
            }
        }
        return scores;
    }

    Features full(int code) {
        return fulls.get(code);
    }

    double[] fullSpread(int code) {
        return fullSpreads.get(code);
    }

    Features keyword(int code, int keyword) {
        return keywords.get(code).get(keyword);
    }

    double[] keywordSpread(int code, int keyword) {
        return keywordSpreads.get(code).get(keyword);
    }

    /** Which lemmas of the answer one of the last three scores is owed to, and how much of it to each. */
    Map<Integer, Double> attaining(Features answer, int code, int score) {
        Map<Integer, Double> parts = new LinkedHashMap<>();
        if (score < 7) {
            double best = 0;
            for (int lemma : answer.content.ids) {
                for (int place : words.get(code)) {
                    double value = similarities[lemma][place] * (score == 6 ? space.content.idf(lemma) : 1);
                    if (value > best) {
                        best = value;
                        parts.clear();
                        parts.put(lemma, value);
                    }
                }
            }
            return parts;
        }
        double best = 0;
        for (int[] phrase : phrases.get(code)) {
            if (phrase(answer, phrase) > best) {
                best = phrase(answer, phrase);
                parts.clear();
                double all = Arrays.stream(phrase)
                        .mapToDouble(place -> space.content.idf(lemmas[place]))
                        .sum();
                for (int place : phrase) {
                    int attaining = nearest(answer, place);
                    if (attaining >= 0) {
                        double part = space.content.idf(lemmas[place]) * similarities[attaining][place] / all;
                        parts.merge(attaining, part, Double::sum);
                    }
                }
            }
        }
        return parts;
    }

    /** The lemma of the answer that is most like a keyword lemma, or -1 if none is at all. */
    private int nearest(Features answer, int place) {
        int nearest = -1;
        double best = 0;
        for (int lemma : answer.content.ids) {
            if (similarities[lemma][place] > best) {
                best = similarities[lemma][place];
                nearest = lemma;
            }
        }
        return nearest;
    }

    private static double words(Features one, Features other) {
        return (one.content.dot(other.content) + one.characters.dot(other.characters)) / 2;
    }

    private static double soft(Features one, Features other, double[] spread) {
        double lengths = one.softLength * other.softLength;
        if (lengths == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < one.content.ids.length; i++) {
            sum += one.content.values[i] * spread[one.content.ids[i]];
        }
        return sum / lengths;
    }

    /** The keyword an answer is most like, or -1 for a code without any. */
    int bestKeyword(Features answer, int code, boolean soft) {
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < keywords.get(code).size(); k++) {
            Features keyword = keywords.get(code).get(k);
            double score = soft ? soft(answer, keyword, keywordSpreads.get(code).get(k)) : words(answer, keyword);
            if (score > highest) {
                highest = score;
                best = k;
            }
        }
        return best;
    }

    /** Σ idf·(best match in the answer)/Σ idf over the words of a phrase. */
    private double phrase(Features answer, int[] phrase) {
        double matched = 0;
        double all = 0;
        for (int place : phrase) {
            double idf = space.content.idf(lemmas[place]);
            double best = 0;
            for (int lemma : answer.content.ids) {
                best = Math.max(best, similarities[lemma][place]);
            }
            matched += idf * best;
            all += idf;
        }
        return matched / all;
    }
}
