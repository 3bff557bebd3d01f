package org.verbacode.workflow.coders;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/**
 * The size of a random sample, as a number of answers or as a share of the population.
 *
 * @param value a number from 1, or a percentage above 0 and up to 100
 */
public record SampleSize(double value, boolean isShare) {
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,6}(?:[.,][0-9]{1,3})?)\\s*(%?)");
    private static final double PERCENT = 100;

    /**
     * Reads "40" or "10 %".
     *
     * @throws RefusedException if it is neither a whole number from 1 nor a percentage
     */
    public static SampleSize of(String typed) {
        Matcher parts = SHAPE.matcher(typed.strip());
        if (parts.matches()) {
            double value = Double.parseDouble(parts.group(1).replace(',', '.'));
            boolean isShare = !parts.group(2).isEmpty();
            if (value > 0 && (isShare ? value <= PERCENT : value == Math.rint(value))) {
                return new SampleSize(value, isShare);
            }
        }
        throw new RefusedException(Message.of("workflow.coders.draw.size", typed));
    }

    /** The number of answers out of a population; a share is rounded up. */
    int of(int population) {
        return isShare ? (int) Math.ceil(value * population / PERCENT) : (int) value;
    }
}
