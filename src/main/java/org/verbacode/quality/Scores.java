package org.verbacode.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.study.AnswerId;

/**
 * Agreement of held-out predictions with people. Only pairs of answer and code that people considered are judged;
 * shares of nothing are 0.
 *
 * @param microF1 F1 over all pairs together
 * @param macroF1 mean of the codes' F1, over the codes given by somebody, in training or here
 * @param jaccard mean over answers of |both| / |either|; two empty sets agree
 * @param exactMatch share of answers whose sets are equal
 * @param reliability calibration of the probabilities
 * @param microInterval of the micro-F1 over other answers
 * @param macroInterval of the macro-F1 over other answers
 * @param perCode the scores of each code, in the order of the codebook
 */
public record Scores(
        double microF1,
        double macroF1,
        double jaccard,
        double exactMatch,
        Reliability reliability,
        Interval microInterval,
        Interval macroInterval,
        Map<CodeId, CodeScore> perCode) {
    /**
     * The scores of one code.
     *
     * @param precision share of the model's codes that people gave too
     * @param recall share of people's codes that the model gave too
     * @param support number of answers to which people gave it
     * @param predicted number of answers to which the model gave it
     * @param averagePrecision of the ranking by probability, 0 to 1
     * @param confusion the code most often confused with it; null if none is
     */
    public record CodeScore(
            double precision,
            double recall,
            double f1,
            int support,
            int predicted,
            double averagePrecision,
            @Nullable Confusion confusion) {}

    public Scores {
        perCode = Collections.unmodifiableMap(new LinkedHashMap<>(perCode));
    }

    /**
     * Scores predictions.
     *
     * @param codes all judged codes, in display order
     * @param learned the codes that some training answer bears
     * @param answers may hold several judgements of an answer, equally many of each: shares are over all judgements
     *     (Forman and Scholz 2010), counts are of answers, and intervals resample answers, not judgements
     */
    public static Scores of(List<CodeId> codes, Set<CodeId> learned, List<JudgedAnswer> answers) {
        Map<CodeId, CodeScore> perCode = new LinkedHashMap<>();
        List<int[]> judgements = judgements(answers);
        double times = (double) answers.size() / Math.max(1, judgements.size());
        Map<CodeId, Confusion> confusions = Confusion.of(codes, answers, times);
        Counts all = new Counts(0, 0, 0);
        List<Double> present = new ArrayList<>();
        List<CodeId> judged = new ArrayList<>();
        for (CodeId code : codes) {
            Counts counts = count(code, answers);
            all = all.plus(counts);
            perCode.put(code, counts.score(times, AveragePrecision.of(code, answers), confusions.get(code)));
            if (counts.support() > 0 || learned.contains(code)) {
                present.add(counts.f1());
                judged.add(code);
            }
        }
        return new Scores(
                all.f1(),
                mean(present),
                mean(answers.stream().map(answer -> jaccard(codes, answer)).toList()),
                mean(answers.stream()
                        .map(answer -> same(codes, answer) ? 1.0 : 0.0)
                        .toList()),
                Reliability.of(codes, answers),
                Interval.bootstrap(judgements.size(), new Resampled(codes, answers, judgements)::microF1),
                Interval.bootstrap(judgements.size(), new Resampled(judged, answers, judgements)::macroF1),
                perCode);
    }

    /**
     * The interval of the difference in micro-F1 between two models on the same answers, by paired bootstrap.
     *
     * @param one each answer once, in the order of the other's
     */
    public static Interval microDifference(List<CodeId> codes, List<JudgedAnswer> one, List<JudgedAnswer> other) {
        if (!one.stream()
                .map(JudgedAnswer::id)
                .toList()
                .equals(other.stream().map(JudgedAnswer::id).toList())) {
            throw new IllegalArgumentException("not the same answers");
        }
        Resampled before = new Resampled(codes, one, judgements(one));
        Resampled after = new Resampled(codes, other, judgements(other));
        return Interval.bootstrap(one.size(), drawn -> after.microF1(drawn) - before.microF1(drawn));
    }

    public double brier() {
        return reliability.brier();
    }

    public double calibrationError() {
        return reliability.calibrationError();
    }

    /** The indices of each answer's judgements. */
    private static List<int[]> judgements(List<JudgedAnswer> answers) {
        Map<AnswerId, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            places.computeIfAbsent(answers.get(i).id(), unused -> new ArrayList<>())
                    .add(i);
        }
        return places.values().stream()
                .map(ofAnswer -> ofAnswer.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /** Counts per answer, prepared for resampling. */
    private static final class Resampled {
        /** By judgement and code: 1 both, 2 the model alone, 3 people alone, 0 neither. */
        private final byte[][] said;

        /** By answer: the indices of its judgements. */
        private final List<int[]> judgements;

        private final int codes;
        /** By code. */
        private final boolean[] somebodyGave;

        Resampled(List<CodeId> codes, List<JudgedAnswer> answers, List<int[]> judgements) {
            this.judgements = judgements;
            this.codes = codes.size();
            this.said = new byte[answers.size()][codes.size()];
            this.somebodyGave = new boolean[codes.size()];
            for (int i = 0; i < said.length; i++) {
                for (int code = 0; code < codes.size(); code++) {
                    Counts counts = count(codes.get(code), List.of(answers.get(i)));
                    said[i][code] = (byte) (counts.both() + 2 * counts.model() + 3 * counts.people());
                    somebodyGave[code] |= counts.support() > 0;
                }
            }
        }

        private int[][] counts(int[] drawn) {
            int[][] counts = new int[codes][4];
            for (int answer : drawn) {
                for (int judgement : judgements.get(answer)) {
                    for (int code = 0; code < codes; code++) {
                        counts[code][said[judgement][code]]++;
                    }
                }
            }
            return counts;
        }

        private static double f1(int both, int model, int people) {
            return share(2 * both, 2 * both + model + people);
        }

        double microF1(int[] drawn) {
            int[] all = new int[4];
            for (int[] code : counts(drawn)) {
                for (int what = 0; what < all.length; what++) {
                    all[what] += code[what];
                }
            }
            return f1(all[1], all[2], all[3]);
        }

        /** A code that by chance no resampled answer bears is left out of the mean. */
        double macroF1(int[] drawn) {
            int[][] counts = counts(drawn);
            return IntStream.range(0, codes)
                    .filter(code -> !somebodyGave[code] || counts[code][1] + counts[code][3] > 0)
                    .mapToDouble(code -> f1(counts[code][1], counts[code][2], counts[code][3]))
                    .average()
                    .orElse(0);
        }
    }

    /** Numbers of codes given by both, by the model alone, and by people alone. */
    private record Counts(int both, int model, int people) {
        Counts plus(Counts other) {
            return new Counts(both + other.both, model + other.model, people + other.people);
        }

        int support() {
            return both + people;
        }

        double f1() {
            return share(2 * both, 2 * both + model + people);
        }

        CodeScore score(double times, double averagePrecision, @Nullable Confusion confusion) {
            return new CodeScore(
                    share(both, both + model),
                    share(both, support()),
                    f1(),
                    (int) Math.round(support() / times),
                    (int) Math.round((both + model) / times),
                    averagePrecision,
                    confusion);
        }
    }

    private static Counts count(CodeId code, List<JudgedAnswer> answers) {
        int both = 0;
        int model = 0;
        int people = 0;
        for (JudgedAnswer answer : answers) {
            if (answer.truth().containsKey(code)) {
                boolean applies = answer.applies(code);
                boolean predicted = answer.predicted().contains(code);
                both += applies && predicted ? 1 : 0;
                model += !applies && predicted ? 1 : 0;
                people += applies && !predicted ? 1 : 0;
            }
        }
        return new Counts(both, model, people);
    }

    private static double jaccard(List<CodeId> codes, JudgedAnswer answer) {
        Counts counts =
                codes.stream().map(code -> count(code, List.of(answer))).reduce(new Counts(0, 0, 0), Counts::plus);
        int either = counts.both() + counts.model() + counts.people();
        return either == 0 ? 1 : share(counts.both(), either);
    }

    private static boolean same(List<CodeId> codes, JudgedAnswer answer) {
        return codes.stream()
                .filter(answer.truth()::containsKey)
                .allMatch(code -> answer.applies(code) == answer.predicted().contains(code));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
