package org.verbacode.cli.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.verbacode.study.Message;

/** A table of aligned columns: the first to the left, others to the right. */
public final class TextTable {
    private final List<List<Object>> lines = new ArrayList<>();

    /** @param cells texts or messages; as many in each line */
    public void add(Object... cells) {
        lines.add(Arrays.asList(cells));
    }

    public void print(Console console) {
        List<List<String>> rows = lines.stream()
                .map(line -> line.stream()
                        .map(cell -> cell instanceof Message message ? message.in(console.locale()) : cell.toString())
                        .toList())
                .toList();
        for (List<String> line : rows) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < line.size(); column++) {
                int index = column;
                int width = rows.stream()
                        .mapToInt(other -> other.get(index).length())
                        .max()
                        .orElse(0);
                String blank = " ".repeat(width - line.get(column).length());
                text.append(column == 0 ? line.get(column) + blank : "  " + blank + line.get(column));
            }
            console.line(text.toString());
        }
    }
}
