package org.verbacode.results.agreement;

import java.util.OptionalDouble;

/**
 * The 2 × 2 table of two coders on one code; it comes before every coefficient, which all hide something.
 *
 * @param both number of answers to which both apply the code
 * @param firstOnly number of answers to which only the first does
 * @param secondOnly number of answers to which only the second does
 * @param neither number of answers to which none does
 */
public record Contingency(int both, int firstOnly, int secondOnly, int neither) {
    public Contingency {
        if (both < 0 || firstOnly < 0 || secondOnly < 0 || neither < 0) {
            throw new IllegalArgumentException("a count is negative");
        }
    }

    /** Adds an answer. */
    Contingency and(boolean first, boolean second) {
        return new Contingency(
                both + (first && second ? 1 : 0),
                firstOnly + (first && !second ? 1 : 0),
                secondOnly + (second && !first ? 1 : 0),
                neither + (first || second ? 0 : 1));
    }

    /** Number of answers. */
    public int answers() {
        return both + firstOnly + secondOnly + neither;
    }

    /** Number of answers to which at least one applies the code. */
    public int uses() {
        return both + firstOnly + secondOnly;
    }

    /** Share of answers on which both say the same; empty without answers. */
    public OptionalDouble percent() {
        return ratio((double) both + neither, answers());
    }

    /**
     * Agreement on answers that bear the code, 2a/(2a+b+c) (Cicchetti and Feinstein 1990, J. Clin. Epidemiol. 43,
     * 551–558), which is the F1 of one coder against the other; empty if none applies it.
     */
    public OptionalDouble positive() {
        return ratio(2.0 * both, 2.0 * both + firstOnly + secondOnly);
    }

    /** Agreement on answers that do not bear the code, 2d/(2d+b+c); empty if both apply it everywhere. */
    public OptionalDouble negative() {
        return ratio(2.0 * neither, 2.0 * neither + firstOnly + secondOnly);
    }

    /**
     * Cohen's kappa (Cohen 1960, Educ. Psychol. Meas. 20, 37–46); empty if chance agreement is complete, as when nobody
     * applies the code.
     */
    public OptionalDouble kappa() {
        double first = (double) both + firstOnly;
        double second = (double) both + secondOnly;
        double n = answers();
        return aboveChance((first * second + (n - first) * (n - second)) / (n * n));
    }

    /**
     * Gwet's AC1 (Gwet 2008, Br. J. Math. Stat. Psychol. 61, 29–48): chance agreement is 2p(1 − p), where p is the mean
     * share of the code. It is near 1 for any rare code.
     */
    public OptionalDouble ac1() {
        double p = (2.0 * both + firstOnly + secondOnly) / (2.0 * answers());
        return aboveChance(2 * p * (1 - p));
    }

    private OptionalDouble aboveChance(double chance) {
        OptionalDouble percent = percent();
        return percent.isEmpty() ? percent : ratio(percent.getAsDouble() - chance, 1 - chance);
    }

    private static OptionalDouble ratio(double part, double whole) {
        return whole > 0 ? OptionalDouble.of(part / whole) : OptionalDouble.empty();
    }
}
