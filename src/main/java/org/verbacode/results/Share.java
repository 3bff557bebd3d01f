package org.verbacode.results;

/**
 * A proportion of answers.
 *
 * @param count number of answers that bear a code
 * @param of number of answers
 */
public record Share(int count, int of) {
    /** The 97.5 % quantile of the normal distribution, for a two-sided 95 % interval. */
    static final double Z = 1.959963984540054;

    public Share {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException(count + " of " + of);
        }
    }

    /** Between 0 and 1; 0 without answers. */
    public double value() {
        return of == 0 ? 0 : (double) count / of;
    }

    /** Lower bound of the 95 % score interval (Wilson 1927, J. Am. Stat. Assoc. 22, 209–212); 0 without answers. */
    public double low() {
        return of == 0 || count == 0 ? 0 : centre() - halfWidth();
    }

    /** Upper bound of the same interval; 1 without answers. */
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
