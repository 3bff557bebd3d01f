package org.verbacode.coding;

import java.util.regex.Pattern;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/** The name of a model version: that of its folder in {@code models/}. */
public record ModelName(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    public ModelName {
        if (!SHAPE.matcher(value).matches() || value.contains("..")) {
            throw new RefusedException(Message.of("coding.model.name", value.replaceAll("\\p{Cntrl}", " ")));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
