package org.verbacode.workflow.quality;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.verbacode.quality.QualityCurve;

/**
 * The savings of other orders of coding over random order.
 *
 * @param pool number of answers that could be coded
 * @param judged number of judged answers
 * @param reach number of answers coded at random whose quality is to be reached
 * @param curves by order, {@link CodingOrder#RANDOM} first: one per seed
 */
public record Simulation(int pool, int judged, int reach, Map<CodingOrder, List<Curve>> curves) {
    /** The quality after some coded answers. */
    public record Point(int labels, double microF1, double macroF1) {}

    /** The curve of one draw. */
    public record Curve(long seed, List<Point> points) {
        public Curve {
            points = List.copyOf(points);
        }

        QualityCurve smoothed(ToDoubleFunction<Point> quality) {
            return new QualityCurve(
                    points.stream().mapToInt(Point::labels).toArray(),
                    points.stream().mapToDouble(quality).toArray());
        }
    }

    /**
     * The number of coded answers that an order needs for the quality that random order reaches with {@link #reach}
     * of them. Curves are smoothed ({@link QualityCurve}), so that a single lucky point does not count.
     *
     * @param quality to be reached, on the mean of the random curves
     * @param needed on the mean of the order's curves; empty if it is not reached
     * @param ratio mean over seeds of the answers needed under this order to those needed at random; where a seed
     *     does not reach the quality, its last point counts, and the mean is a lower bound
     * @param deviation standard deviation of the ratio over seeds
     * @param unreached number of seeds that do not reach the quality
     */
    public record Saving(double quality, OptionalDouble needed, double ratio, double deviation, int unreached) {}

    public Simulation {
        curves = Collections.unmodifiableMap(new LinkedHashMap<>(curves));
    }

    private List<Curve> of(CodingOrder order) {
        return curves.getOrDefault(order, List.of());
    }

    /** The mean over seeds. */
    public Curve mean(CodingOrder order) {
        List<Curve> all = of(order);
        Point[] points = new Point[all.get(0).points().size()];
        Arrays.setAll(
                points,
                i -> new Point(
                        all.get(0).points().get(i).labels(),
                        all.stream()
                                .mapToDouble(curve -> curve.points().get(i).microF1())
                                .average()
                                .orElse(0),
                        all.stream()
                                .mapToDouble(curve -> curve.points().get(i).macroF1())
                                .average()
                                .orElse(0)));
        return new Curve(0, List.of(points));
    }

    /** What an order saves. */
    public Saving saving(CodingOrder order, ToDoubleFunction<Point> quality) {
        double wanted = mean(CodingOrder.RANDOM).smoothed(quality).at(reach);
        List<Curve> all = of(order);
        double[] ratios = new double[all.size()];
        int unreached = 0;
        for (int i = 0; i < ratios.length; i++) {
            Curve curve = all.get(i);
            QualityCurve random = of(CodingOrder.RANDOM).get(i).smoothed(quality);
            OptionalDouble needed = curve.smoothed(quality).reaches(random.at(reach));
            double last = curve.points().get(curve.points().size() - 1).labels();
            unreached += needed.isEmpty() ? 1 : 0;
            ratios[i] = needed.orElse(last) / random.reaches(random.at(reach)).orElse(reach);
        }
        double mean = Arrays.stream(ratios).average().orElse(0);
        double squares = Arrays.stream(ratios)
                .map(ratio -> (ratio - mean) * (ratio - mean))
                .sum();
        return new Saving(
                wanted,
                mean(order).smoothed(quality).reaches(wanted),
                mean,
                ratios.length < 2 ? 0 : Math.sqrt(squares / (ratios.length - 1)),
                unreached);
    }
}
