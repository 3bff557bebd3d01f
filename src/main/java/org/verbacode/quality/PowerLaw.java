package org.verbacode.quality;

/**
 * The inverse power law a − b·n^(−c) of a score by the number of training answers, which Figueroa, Zeng-Treitler,
 * Kandula and Ngo (2012, "Predicting sample size required for classification performance", BMC Medical Informatics
 * and Decision Making 12:8) fit to the first points of a learning curve. The score never falls (b ≥ 0) and its limit
 * is a score (0 ≤ a ≤ 1).
 *
 * @param a limit of the score
 * @param b distance from the limit at n = 1
 * @param c rate, from {@value #MIN_RATE} to {@value #MAX_RATE}
 */
public record PowerLaw(double a, double b, double c) {
    static final double MIN_RATE = 0.05;
    static final double MAX_RATE = 1.5;
    /** Step of the grid over c. */
    private static final double STEP = 0.05;

    public double at(double n) {
        return a - b * StrictMath.pow(n, -c);
    }

    /**
     * Weighted least squares by a grid over c; the i-th smallest size has weight i, as in the paper.
     *
     * @param sizes ascending
     * @param scores one per size, from 0 to 1
     */
    static PowerLaw fit(double[] sizes, double[] scores) {
        PowerLaw best = new PowerLaw(0, 0, MIN_RATE);
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; MIN_RATE + step * STEP <= MAX_RATE + STEP / 2; step++) {
            PowerLaw law = fit(sizes, scores, MIN_RATE + step * STEP);
            double error = law.error(sizes, scores);
            if (error < least) {
                least = error;
                best = law;
            }
        }
        return best;
    }

    /** Linear regression on n^(−c), constrained to the bounds. */
    private static PowerLaw fit(double[] sizes, double[] scores, double c) {
        double weights = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < sizes.length; i++) {
            weights += i + 1;
            meanX += (i + 1) * StrictMath.pow(sizes[i], -c);
            meanY += (i + 1) * scores[i];
        }
        meanX /= weights;
        meanY /= weights;
        double xx = 0;
        double xy = 0;
        double onesX = 0;
        double onesXy = 0;
        for (int i = 0; i < sizes.length; i++) {
            double x = StrictMath.pow(sizes[i], -c);
            xx += (i + 1) * (x - meanX) * (x - meanX);
            xy += (i + 1) * (x - meanX) * (scores[i] - meanY);
            onesX += (i + 1) * x * x;
            onesXy += (i + 1) * x * (1 - scores[i]);
        }
        double b = xx == 0 ? 0 : Math.max(0, -xy / xx);
        double a = meanY + b * meanX;
        return a <= 1 ? new PowerLaw(a, b, c) : new PowerLaw(1, onesXy / onesX, c);
    }

    private double error(double[] sizes, double[] scores) {
        double sum = 0;
        for (int i = 0; i < sizes.length; i++) {
            double distance = at(sizes[i]) - scores[i];
            sum += (i + 1) * distance * distance;
        }
        return sum;
    }
}
