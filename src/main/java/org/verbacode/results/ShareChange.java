package org.verbacode.results;

/**
 * The difference of a share between two groups of respondents, with its 95 % interval (Newcombe 1998, Statistics in
 * Medicine 17, 873–890, method 10), valid for rare codes too. Shares may be expected ones, means of probabilities.
 *
 * @param before share in the first group, 0 to 1
 * @param now share in the second
 * @param low lower bound of now − before
 * @param high upper bound
 */
public record ShareChange(double before, double now, double low, double high) {
    /**
     * @param beforeOf number of answers in the first group
     * @param nowOf number in the second; if either is 0, the interval is [−1, 1]
     */
    public static ShareChange of(double before, int beforeOf, double now, int nowOf) {
        if (beforeOf == 0 || nowOf == 0) {
            return new ShareChange(before, now, -1, 1);
        }
        double change = now - before;
        double down = Math.hypot(now - bound(now, nowOf, -1), bound(before, beforeOf, 1) - before);
        double up = Math.hypot(bound(now, nowOf, 1) - now, before - bound(before, beforeOf, -1));
        return new ShareChange(before, now, change - down, change + up);
    }

    /** Wilson's score bound, as in {@link Share}. */
    private static double bound(double share, int of, int side) {
        double z = Share.Z;
        double centre = (share * of + z * z / 2) / (of + z * z);
        return centre + side * z / (of + z * z) * Math.sqrt(of * share * (1 - share) + z * z / 4);
    }

    public double value() {
        return now - before;
    }

    /** Whether the interval excludes 0. */
    public boolean isClear() {
        return low > 0 || high < 0;
    }
}
