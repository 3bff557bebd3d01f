package org.verbacode.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Quality by the number of coded answers, smoothed by isotonic regression with pooled adjacent violators (Ayer,
 * Brunk, Ewing, Reid and Silverman 1955), since more codings do not make a model worse. Each pool is placed at the
 * mean of its label counts and pools are joined by lines, so that the curve rises strictly and each quality is
 * reached at one number of labels.
 */
public final class QualityCurve {
    private final List<Pool> pools = new ArrayList<>();

    /** A pool of neighbouring points: sums of labels and of qualities, and number of points. */
    private record Pool(double labels, double quality, int points) {
        Pool with(Pool next) {
            return new Pool(labels + next.labels, quality + next.quality, points + next.points);
        }

        double meanLabels() {
            return labels / points;
        }

        double meanQuality() {
            return quality / points;
        }
    }

    /**
     * Smooths a curve.
     *
     * @param labels ascending
     * @param qualities one per label count
     */
    public QualityCurve(int[] labels, double[] qualities) {
        if (labels.length == 0 || labels.length != qualities.length) {
            throw new IllegalArgumentException("no points: " + labels.length + ", " + qualities.length);
        }
        for (int i = 0; i < labels.length; i++) {
            Pool pool = new Pool(labels[i], qualities[i], 1);
            while (!pools.isEmpty() && pools.get(pools.size() - 1).meanQuality() >= pool.meanQuality()) {
                pool = pools.remove(pools.size() - 1).with(pool);
            }
            pools.add(pool);
        }
    }

    /** The quality after so many labels; constant beyond the ends. */
    public double at(double labels) {
        Pool left = pools.get(0);
        for (Pool right : pools) {
            if (labels <= right.meanLabels()) {
                return between(labels, left.meanLabels(), left.meanQuality(), right.meanLabels(), right.meanQuality());
            }
            left = right;
        }
        return left.meanQuality();
    }

    /** The number of labels at which a quality is reached; empty if it never is. */
    public OptionalDouble reaches(double quality) {
        Pool left = pools.get(0);
        for (Pool right : pools) {
            if (quality <= right.meanQuality()) {
                return OptionalDouble.of(between(
                        quality, left.meanQuality(), left.meanLabels(), right.meanQuality(), right.meanLabels()));
            }
            left = right;
        }
        return OptionalDouble.empty();
    }

    /** The value at x on the line through two points; that of the first point if x lies before it. */
    private static double between(double x, double x1, double y1, double x2, double y2) {
        return x2 == x1 ? y2 : y1 + (y2 - y1) * Math.max(0, x - x1) / (x2 - x1);
    }
}
