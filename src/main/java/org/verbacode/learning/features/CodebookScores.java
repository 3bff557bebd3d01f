package org.verbacode.learning.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Eight similarities of an answer to the texts of each code: to the full text by words and characters, by soft cosine
 * and by mean vector; to the best keyword by words and characters, and by soft cosine; the best match of any word
 * with any keyword, the same times the word's idf, and the best match of a keyword phrase.
 */
public final class CodebookScores {
    public static final int COUNT = 8;

    private final FeatureSpace space;
    /** The full texts of all codes, then their keywords. */
    private final TextIndex texts;
    /** By code: index of its first keyword among the texts; then the index behind the last keyword. */
    private final int[] firstKeyword;

    /** By code and phrase: indices of its words among all keyword lemmas. */
    private final List<List<int[]>> phrases = new ArrayList<>();
    /** By code: indices of its words among all keyword lemmas. */
    private final List<int[]> words = new ArrayList<>();

    private final int[] lemmas;
    /** By lemma of the space and keyword lemma: the cosine of their vectors, at least 0. */
    private final float[][] cosines;

    public CodebookScores(FeatureSpace space, List<CodeText> codeTexts) {
        this.space = space;
        Map<Integer, Integer> places = new LinkedHashMap<>();
        List<Features> all = new ArrayList<>();
        codeTexts.forEach(text -> all.add(space.features(text.full())));
        firstKeyword = new int[codeTexts.size() + 1];
        for (int code = 0; code < codeTexts.size(); code++) {
            firstKeyword[code] = all.size();
            List<Features> rows =
                    codeTexts.get(code).keywords().stream().map(space::features).toList();
            all.addAll(rows);
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
        firstKeyword[codeTexts.size()] = all.size();
        texts = new TextIndex(space, all);
        lemmas = places.keySet().stream().mapToInt(Integer::intValue).toArray();
        cosines = new float[space.content.size()][lemmas.length];
        for (int word = 0; word < cosines.length; word++) {
            for (int place = 0; place < lemmas.length; place++) {
                cosines[word][place] = (float) Math.max(0, space.meanings.cosine(word, lemmas[place]));
            }
        }
    }

    /** The scores of an answer, by score and code. */
    public double[][] of(Features answer) {
        int codes = phrases.size();
        double[][] scores = new double[COUNT][codes];
        double[] likeWords = texts.words(answer);
        double[] likeSenses = texts.soft(answer);
        float[] best = best(answer);
        for (int code = 0; code < codes; code++) {
            scores[0][code] = likeWords[code];
            scores[1][code] = likeSenses[code];
            scores[2][code] = LemmaVectors.dot(answer.meaning, texts.text(code).meaning);
            int word = best(likeWords, code);
            int soft = best(likeSenses, code);
            scores[3][code] = word < 0 ? 0 : likeWords[word];
            scores[4][code] = soft < 0 ? 0 : likeSenses[soft];
            for (int lemma : answer.content.ids) {
                // The cube is monotonic, so the maximum can be taken first.
                double similarity = cubed(most(cosines[lemma], words.get(code)));
                scores[5][code] = Math.max(scores[5][code], similarity);
                scores[6][code] = Math.max(scores[6][code], similarity * space.content.idf(lemma));
            }
            for (int[] phrase : phrases.get(code)) {
                scores[7][code] = Math.max(scores[7][code], phrase(best, phrase));
            }
        }
        return scores;
    }

    /** By keyword lemma: the largest cosine with a word of the answer. */
    private float[] best(Features answer) {
        float[] best = new float[lemmas.length];
        for (int lemma : answer.content.ids) {
            float[] alike = cosines[lemma];
            for (int place = 0; place < best.length; place++) {
                best[place] = Math.max(best[place], alike[place]);
            }
        }
        return best;
    }

    private static float most(float[] alike, int[] places) {
        float most = 0;
        for (int place : places) {
            most = Math.max(most, alike[place]);
        }
        return most;
    }

    /** Cubing lowers the similarity of words that merely occur in the same contexts below that of near-synonyms. */
    private static double cubed(double cosine) {
        return cosine * cosine * cosine;
    }

    /** The full texts, by code, and the keywords. */
    public TextIndex texts() {
        return texts;
    }

    /** Index of the keyword text most similar in words and characters; -1 for a code without keywords. */
    public int bestInWords(Features answer, int code) {
        return best(texts.words(answer), code);
    }

    /** Index of the keyword text most similar under the soft cosine. */
    public int bestInSenses(Features answer, int code) {
        return best(texts.soft(answer), code);
    }

    private int best(double[] scores, int code) {
        int best = -1;
        for (int text = firstKeyword[code]; text < firstKeyword[code + 1]; text++) {
            if (best < 0 || scores[text] > scores[best]) {
                best = text;
            }
        }
        return best;
    }

    /** The lemmas of the answer that attain one of the last three scores, with the share of each. */
    public Map<Integer, Double> attaining(Features answer, int code, int score) {
        Map<Integer, Double> parts = new LinkedHashMap<>();
        if (score < 7) {
            double best = 0;
            for (int lemma : answer.content.ids) {
                for (int place : words.get(code)) {
                    double value = cubed(cosines[lemma][place]) * (score == 6 ? space.content.idf(lemma) : 1);
                    if (value > best) {
                        best = value;
                        parts.clear();
                        parts.put(lemma, value);
                    }
                }
            }
            return parts;
        }
        float[] matches = best(answer);
        double best = 0;
        for (int[] phrase : phrases.get(code)) {
            if (phrase(matches, phrase) > best) {
                best = phrase(matches, phrase);
                parts.clear();
                double all = Arrays.stream(phrase)
                        .mapToDouble(place -> space.content.idf(lemmas[place]))
                        .sum();
                for (int place : phrase) {
                    int attaining = nearest(answer, place);
                    if (attaining >= 0) {
                        double part = space.content.idf(lemmas[place]) * cosines[attaining][place] / all;
                        parts.merge(attaining, part, Double::sum);
                    }
                }
            }
        }
        return parts;
    }

    /** The lemma of the answer most similar to a keyword lemma; -1 if none is similar at all. */
    private int nearest(Features answer, int place) {
        int nearest = -1;
        double best = 0;
        for (int lemma : answer.content.ids) {
            if (cosines[lemma][place] > best) {
                best = cosines[lemma][place];
                nearest = lemma;
            }
        }
        return nearest;
    }

    /**
     * Σ idf·(best match in the answer)/Σ idf over the words of a phrase.
     *
     * @param best the best match of each keyword lemma
     */
    private double phrase(float[] best, int[] phrase) {
        double matched = 0;
        double all = 0;
        for (int place : phrase) {
            double idf = space.content.idf(lemmas[place]);
            matched += idf * best[place];
            all += idf;
        }
        return matched / all;
    }
}
