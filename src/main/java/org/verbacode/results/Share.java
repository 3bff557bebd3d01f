package org.verbacode.results;

/**
 * How many answers of how many bear a code.
 *
 * @param count answers that bear it
 * @param of answers looked at
 */
public record Share(int count, int of) {
    /** The 97.5 % quantile of the normal distribution: both bounds together leave 5 % out. */
    private static final double Z = 1.959963984540054;

    public Share {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException(count + " of " + of);
        }
    }

    /** Between 0 and 1; 0 if no answer was looked at. */
    public double value() {
        return of == 0 ? 0 : (double) count / of;
    }

    /** Lower bound of the 95 % score interval (Wilson 1927, J. Am. Stat. Assoc. 22, 209–212); 0 if nothing was looked at. */
    public double low() {
        return of == 0 || count == 0 ? 0 : centre() - halfWidth();
    }

    /** Upper bound of the same interval; 1 if nothing was looked at. */
    public double high() {
        return of == 0 || count == of ? 1 : centre() + halfWidth();
    }

    private double centre() {
        return (count + Z * Z / 2) / (of + Z * Z);
    }

    private double halfWidth() {
        double p = value();
        return Z / (of + Z * Z) * Math.sqrt(of * p * (1 - p) + Z * Z / 4);
    }
}
