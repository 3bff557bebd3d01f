package org.verbacode.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.learning.features.SparseRow;
import org.verbacode.learning.features.Vocabulary;

/**
 * Which new answers are unlike any before. Answers are alike by the cosine of their content lemmas, weighted by TF-IDF over
 * all of them: were the weights those of the earlier answers alone, new answers would be treated otherwise than these. A
 * new answer is unlike any before if its nearest earlier answer is no nearer than those that the most solitary 5 % of the
 * earlier answers have among the others (a nearest-neighbour novelty test at the 5 % level; review: Pimentel et al. 2014,
 * Signal Processing 99, 215–249). Answers without a content word are not judged.
 *
 * @param judged new answers with a content word
 * @param places of those that are unlike any before, among the new answers; the least like first
 * @param limit the likeness, 0 to 1, up to which an answer is unlike the others
 * @param judgedBefore earlier answers with a content word
 * @param unlikeBefore those of them that are as unlike all other earlier ones: what to expect if nothing changed
 */
public record NovelAnswers(int judged, List<Integer> places, double limit, int judgedBefore, int unlikeBefore) {
    private static final double LEVEL = 0.05;

    public NovelAnswers {
        places = List.copyOf(places);
    }

    public static NovelAnswers of(List<AnalysedAnswer> before, List<AnalysedAnswer> now) {
        List<List<String>> earlier = before.stream()
                .map(NewWords::lemmas)
                .filter(lemmas -> !lemmas.isEmpty())
                .toList();
        List<List<String>> later = now.stream().map(NewWords::lemmas).toList();
        Nearest nearest = new Nearest(earlier, later);
        double[] among = IntStream.range(0, earlier.size())
                .mapToDouble(place -> nearest.of(earlier.get(place), place))
                .toArray();
        double[] sorted = among.clone();
        Arrays.sort(sorted);
        double limit = sorted.length == 0 ? 0 : sorted[(int) (LEVEL * (sorted.length - 1))];
        double[] likeness = new double[now.size()];
        List<Integer> unlike = new ArrayList<>();
        int judged = 0;
        for (int place = 0; place < likeness.length; place++) {
            List<String> lemmas = later.get(place);
            if (!lemmas.isEmpty()) {
                judged++;
                likeness[place] = nearest.of(lemmas, Nearest.NONE);
                if (isUnlike(likeness[place], limit)) {
                    unlike.add(place);
                }
            }
        }
        unlike.sort(Comparator.comparingDouble(place -> likeness[place]));
        return new NovelAnswers(judged, unlike, limit, earlier.size(), (int)
                Arrays.stream(among).filter(alike -> isUnlike(alike, limit)).count());
    }

    /** Whoever says exactly what another has said is not unlike all others. */
    private static boolean isUnlike(double likeness, double limit) {
        return likeness <= limit && likeness < 1;
    }

    /** Texts kept by lemma, so that an answer meets only those it shares a word with. */
    private static final class Nearest {
        static final int NONE = -1;

        private final Vocabulary vocabulary;
        private final List<List<Posting>> postings = new ArrayList<>();
        private final double[] alike;

        private record Posting(int text, double value) {}

        /** @param others are not compared with, but tell how frequent words are */
        Nearest(List<List<String>> texts, List<List<String>> others) {
            Vocabulary.Count count = new Vocabulary.Count();
            texts.forEach(text -> count.add(text, true));
            others.forEach(text -> count.add(text, true));
            vocabulary = count.vocabulary(1, true);
            alike = new double[texts.size()];
            for (int lemma = 0; lemma < vocabulary.size(); lemma++) {
                postings.add(new ArrayList<>());
            }
            for (int text = 0; text < texts.size(); text++) {
                SparseRow row = row(texts.get(text));
                for (int k = 0; k < row.ids.length; k++) {
                    postings.get(row.ids[k]).add(new Posting(text, row.values[k]));
                }
            }
        }

        private SparseRow row(List<String> lemmas) {
            return SparseRow.weighted(lemmas.stream().mapToInt(vocabulary::id).toArray(), vocabulary);
        }

        /** The likeness of the nearest text, rounded so that the order of additions does not matter. */
        double of(List<String> lemmas, int except) {
            Arrays.fill(alike, 0);
            SparseRow row = row(lemmas);
            for (int k = 0; k < row.ids.length; k++) {
                for (Posting posting : postings.get(row.ids[k])) {
                    alike[posting.text()] += row.values[k] * posting.value();
                }
            }
            double most = 0;
            for (int text = 0; text < alike.length; text++) {
                most = text == except ? most : Math.max(most, alike[text]);
            }
            return Math.rint(most * 1e9) / 1e9;
        }
    }
}
