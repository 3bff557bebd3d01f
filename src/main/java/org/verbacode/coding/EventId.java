package org.verbacode.coding;

import java.util.regex.Pattern;

/**
 * The globally unique id of an event: a ULID, whose alphabetical order is chronological, so that the latest event
 * needs no other column and workspaces merge by union.
 */
public record EventId(String value) implements Comparable<EventId> {
    private static final Pattern ULID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

    public EventId {
        if (!ULID.matcher(value).matches()) {
            throw new IllegalArgumentException("not a ULID: " + value);
        }
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
