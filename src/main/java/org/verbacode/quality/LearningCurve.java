package org.verbacode.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.verbacode.coding.CodeId;
import org.verbacode.study.AnswerId;

/**
 * The learning curve: quality as a function of the number of coded answers, with a forecast.
 *
 * @param coded number of answers that are coded in all
 * @param points ascending; the last uses the whole training sides
 * @param law fitted to the micro-F1 of the points
 */
public record LearningCurve(int coded, List<Point> points, PowerLaw law, List<Forecast> forecasts) {
    private static final int[] MORE = {25, 50, 100, 200};
    /** A power law through fewer points is not determined. */
    private static final int MIN_POINTS = 4;

    /** Gain in micro-F1 below which more coding is not worth while. */
    private static final double LITTLE = 0.01;
    /** Width of the interval, in micro-F1, beyond which no forecast is given. */
    private static final double WIDE = 0.05;

    /**
     * The quality after training on some answers.
     *
     * @param examples number of training answers
     * @param judgements number of judgements; an answer judged by several models counts as often
     */
    public record Point(
            int examples,
            int judgements,
            double microF1,
            Interval microInterval,
            double macroF1,
            Interval macroInterval) {}

    /** What a forecast supports. */
    public enum Outlook {
        /** More answers bring a gain. */
        GAIN,
        /** More answers bring less than one point. */
        LITTLE,
        /** The curve is too short or too uneven for a forecast. */
        UNSURE
    }

    /**
     * The extrapolated gain of more answers.
     *
     * @param more their number, at most half of what is coded: extrapolation further is not reliable
     * @param gain in micro-F1
     * @param interval of the gain over other judged answers; the choice of training answers is not included
     */
    public record Forecast(int more, double gain, Interval interval, Outlook outlook) {}

    public LearningCurve {
        points = List.copyOf(points);
        forecasts = List.copyOf(forecasts);
    }

    /** The forecast to be displayed: for 50 more answers, or for fewer where few are coded. */
    public Optional<Forecast> spoken() {
        return forecasts.stream().filter(forecast -> forecast.more() <= 50).reduce((one, later) -> later);
    }

    /**
     * Builds a curve from predictions by models of growing training sets.
     *
     * @param learned the codes that the training answers bear
     * @param judged by number of training answers
     */
    public static LearningCurve of(
            List<CodeId> codes, Set<CodeId> learned, int coded, SortedMap<Integer, List<JudgedAnswer>> judged) {
        List<Point> points = new ArrayList<>();
        judged.forEach((examples, answers) -> {
            Scores scores = Scores.of(codes, learned, answers);
            points.add(new Point(
                    examples,
                    answers.size(),
                    scores.microF1(),
                    scores.microInterval(),
                    scores.macroF1(),
                    scores.macroInterval()));
        });
        Resampled resampled = new Resampled(codes, judged);
        PowerLaw law = resampled.law(resampled.everyone());
        List<Forecast> forecasts = new ArrayList<>();
        for (int more : MORE) {
            if (2 * more <= coded) {
                Interval interval =
                        Interval.bootstrap(resampled.answers(), drawn -> gain(resampled.law(drawn), coded, more));
                forecasts.add(new Forecast(more, gain(law, coded, more), interval, outlook(points.size(), interval)));
            }
        }
        return new LearningCurve(coded, points, law, forecasts);
    }

    private static double gain(PowerLaw law, int coded, int more) {
        return law.at(coded + more) - law.at(coded);
    }

    private static Outlook outlook(int points, Interval interval) {
        if (points < MIN_POINTS || interval.high() - interval.low() > WIDE) {
            return Outlook.UNSURE;
        }
        return interval.high() < LITTLE ? Outlook.LITTLE : Outlook.GAIN;
    }

    /** Counts per answer and size, prepared for resampling. */
    private static final class Resampled {
        private final double[] sizes;
        /** By size and answer: number of codes given by both; then twice the number given by either. */
        private final int[][] both;

        private final int[][] given;

        Resampled(List<CodeId> codes, SortedMap<Integer, List<JudgedAnswer>> judged) {
            Map<AnswerId, Integer> places = new LinkedHashMap<>();
            judged.values()
                    .forEach(answers -> answers.forEach(answer -> places.putIfAbsent(answer.id(), places.size())));
            sizes = judged.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
            both = new int[sizes.length][places.size()];
            given = new int[sizes.length][places.size()];
            int size = 0;
            for (List<JudgedAnswer> answers : judged.values()) {
                for (JudgedAnswer answer : answers) {
                    int place = places.getOrDefault(answer.id(), 0);
                    for (CodeId code : codes) {
                        if (answer.truth().containsKey(code)) {
                            boolean predicted = answer.predicted().contains(code);
                            both[size][place] += answer.applies(code) && predicted ? 1 : 0;
                            given[size][place] += (answer.applies(code) ? 1 : 0) + (predicted ? 1 : 0);
                        }
                    }
                }
                size++;
            }
        }

        int answers() {
            return both.length == 0 ? 0 : both[0].length;
        }

        int[] everyone() {
            return IntStream.range(0, answers()).toArray();
        }

        PowerLaw law(int[] drawn) {
            double[] scores = new double[sizes.length];
            for (int size = 0; size < scores.length; size++) {
                int right = 0;
                int all = 0;
                for (int answer : drawn) {
                    right += both[size][answer];
                    all += given[size][answer];
                }
                scores[size] = all == 0 ? 0 : 2.0 * right / all;
            }
            return PowerLaw.fit(sizes, scores);
        }
    }
}
