package org.verbacode.coding;

import java.util.regex.Pattern;

/**
 * The globally unique id of an event: a ULID, whose alphabetical order is chronological, so that the latest event
 * needs no other column and workspaces merge by union.
 */
public record EventId(String value) implements Comparable<EventId> {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int TIME_DIGITS = 10;
    private static final Pattern ULID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

    public EventId {
        if (!ULID.matcher(value).matches()) {
            throw new IllegalArgumentException("not a ULID: " + value);
        }
    }

    /** The time in the id, in milliseconds since 1970. */
    public long millis() {
        long millis = 0;
        for (char digit : value.substring(0, TIME_DIGITS).toCharArray()) {
            millis = millis * DIGITS.length() + DIGITS.indexOf(digit);
        }
        return millis;
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
