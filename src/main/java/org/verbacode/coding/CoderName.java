package org.verbacode.coding;

import org.verbacode.study.Names;

/** Who codes: a person's name or initials. */
public record CoderName(String value) {
    /** The coder under whose name the coding agreed upon after discussion is kept; it counts before all others. */
    public static final CoderName AGREED = new CoderName("=accord=");

    public CoderName {
        value = Names.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
