package org.verbacode.coding;

import org.verbacode.study.Names;

/** A coder: a person's name or initials. */
public record CoderName(String value) {
    /** The coder name of agreed codings; they have precedence over all others. */
    public static final CoderName AGREED = new CoderName("=accord=");

    public CoderName {
        value = Names.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
