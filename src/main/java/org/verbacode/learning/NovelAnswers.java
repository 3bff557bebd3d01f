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
 * Nearest-neighbour novelty detection at the 5 % level (review: Pimentel et al. 2014, Signal Processing 99, 215–249).
 * Similarity is the cosine of content lemmas, weighted by TF-IDF over earlier and new answers; weights from the
 * earlier answers alone would treat the new ones differently. A new answer is novel if its nearest earlier answer is
 * no more similar than the nearest neighbours of the 5 % most isolated earlier answers. Answers without a content
 * word are not judged.
 *
 * @param judged number of new answers with a content word
 * @param places indices of the novel answers among the new ones, least similar first
 * @param limit similarity, 0 to 1, up to which an answer is novel
 * @param judgedBefore number of earlier answers with a content word
 * @param unlikeBefore number of these as isolated among the earlier answers: the baseline if nothing changed
 */
public record NovelAnswers(int judged, List<Integer> places, double limit, int judgedBefore, int unlikeBefore) {
    /** Level of the test: the share of earlier answers that would count as novel. */
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

    /** An answer identical to another is never novel. */
    private static boolean isUnlike(double likeness, double limit) {
        return likeness <= limit && likeness < 1;
    }

    /** An inverted index of texts by lemma, so that an answer is compared only with texts that share a word. */
    private static final class Nearest {
        static final int NONE = -1;

        private final Vocabulary vocabulary;
        private final List<List<Posting>> postings = new ArrayList<>();
        private final double[] alike;

        private record Posting(int text, double value) {}

        /** @param others texts that are not compared with but count in document frequencies */
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

        /** The similarity of the nearest text, rounded so that the order of additions does not matter. */
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
