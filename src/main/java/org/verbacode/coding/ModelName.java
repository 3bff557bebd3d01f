package org.verbacode.coding;

import java.util.Locale;
import java.util.regex.Pattern;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/**
 * The name of a model version, that of its folder in {@code models/}; of one that has learned more since it was saved,
 * followed by + and the id of the last decision it knows.
 */
public record ModelName(String value) {
    private static final char LIVE = '+';
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}(\\+[0-7][0-9a-hjkmnp-tv-z]{25})?");

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

    /** This version after it has learned up to a decision. */
    public ModelName after(EventId last) {
        return new ModelName(saved().value() + LIVE + last.value().toLowerCase(Locale.ROOT));
    }

    /** Whether it has learned more since it was saved. */
    public boolean isLive() {
        return value.indexOf(LIVE) >= 0;
    }

    /** The version as it was saved. */
    public ModelName saved() {
        int live = value.indexOf(LIVE);
        return live < 0 ? this : new ModelName(value.substring(0, live));
    }

    @Override
    public String toString() {
        return value;
    }
}
