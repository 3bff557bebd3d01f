package org.verbacode.exchange.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A table for spreadsheets: a header and rows of texts and numbers.
 *
 * @param name of the sheet
 * @param rows as wide as the header; cells are {@link String}, {@link Integer} or {@link Double}
 */
public record Table(String name, List<String> header, List<List<Object>> rows) {
    public Table {
        header = List.copyOf(header);
        List<List<Object>> copies = new ArrayList<>();
        for (List<Object> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(row.size() + " cells under " + header.size() + " headings: " + name);
            }
            copies.add(List.copyOf(row));
        }
        rows = List.copyOf(copies);
    }
}
