package org.verbacode.results.agreement;

import java.util.HashSet;
import java.util.Set;

/**
 * The MASI distance between sets of codes (Passonneau 2006, LREC, 831–836): 1 − J·M, where J is the Jaccard index, and M is 1
 * for equal sets, 2/3 if one holds the other, 1/3 if they overlap otherwise, 0 if they are disjoint.
 */
public final class Masi {
    private static final double SUBSET = 2.0 / 3;
    private static final double OVERLAP = 1.0 / 3;

    private Masi() {}

    /** The distance of two sets, 0 to 1; two empty sets are equal. */
    public static <T> double distance(Set<T> one, Set<T> other) {
        if (one.equals(other)) {
            return 0;
        }
        Set<T> common = new HashSet<>(one);
        common.retainAll(other);
        if (common.isEmpty()) {
            return 1;
        }
        double jaccard = (double) common.size() / (one.size() + other.size() - common.size());
        boolean isSubset = common.size() == one.size() || common.size() == other.size();
        return 1 - jaccard * (isSubset ? SUBSET : OVERLAP);
    }
}
