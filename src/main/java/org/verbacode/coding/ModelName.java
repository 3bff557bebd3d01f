package org.verbacode.coding;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/**
 * The name of a model version, that of its folder in {@code models/}; a live one is followed by + and the id of the
 * last decision learned. Versions are ordered numerically.
 */
public record ModelName(String value) implements Comparable<ModelName> {
    private static final char LIVE = '+';
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}(\\+[0-7][0-9a-hjkmnp-tv-z]{25})?");

    private static final Pattern NUMBER_OR_REST = Pattern.compile("[0-9]+|[^0-9]+");

    public ModelName {
        if (!isName(value)) {
            throw new RefusedException(Message.of("coding.model.name", value.replaceAll("\\p{Cntrl}", " ")));
        }
    }

    /** Whether a text is the name of a saved version. */
    public static boolean isSaved(String text) {
        return isName(text) && text.indexOf(LIVE) < 0;
    }

    private static boolean isName(String text) {
        return SHAPE.matcher(text).matches() && !text.contains("..");
    }

    /** The live version that has learned up to a decision. */
    public ModelName after(EventId last) {
        return new ModelName(saved().value() + LIVE + last.value().toLowerCase(Locale.ROOT));
    }

    /** Whether it is a live version. */
    public boolean isLive() {
        return value.indexOf(LIVE) >= 0;
    }

    /** The saved version that it started from. */
    public ModelName saved() {
        int live = value.indexOf(LIVE);
        return live < 0 ? this : new ModelName(value.substring(0, live));
    }

    @Override
    public int compareTo(ModelName other) {
        Iterator<String> parts = parts();
        Iterator<String> others = other.parts();
        while (parts.hasNext() && others.hasNext()) {
            int order = compare(parts.next(), others.next());
            if (order != 0) {
                return order;
            }
        }
        return value.compareTo(other.value);
    }

    private Iterator<String> parts() {
        return NUMBER_OR_REST.matcher(value).results().map(MatchResult::group).iterator();
    }

    private static int compare(String part, String other) {
        return isNumber(part) && isNumber(other)
                ? new BigInteger(part).compareTo(new BigInteger(other))
                : part.compareTo(other);
    }

    private static boolean isNumber(String part) {
        return part.charAt(0) >= '0' && part.charAt(0) <= '9';
    }

    @Override
    public String toString() {
        return value;
    }
}
