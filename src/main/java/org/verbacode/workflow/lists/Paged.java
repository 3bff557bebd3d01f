package org.verbacode.workflow.lists;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total number of entries on all pages
 * @param page from 1
 */
public record Paged<T>(List<T> rows, int total, int page, int pages) {
    /** Entries a page. */
    private static final int ROWS = 50;

    public Paged {
        rows = List.copyOf(rows);
    }

    /** @param page from 1; a page that does not exist gives the nearest one */
    static <T> Paged<T> of(List<T> all, int page) {
        int pages = Math.max(1, (all.size() + ROWS - 1) / ROWS);
        int shown = Math.min(Math.max(1, page), pages);
        return new Paged<>(all.stream().skip((shown - 1L) * ROWS).limit(ROWS).toList(), all.size(), shown, pages);
    }
}
