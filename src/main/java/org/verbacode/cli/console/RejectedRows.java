package org.verbacode.cli.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.verbacode.study.ImportReport.Rejection;
import org.verbacode.study.Message;

/** Reports the rows of a file that could not be read. */
public final class RejectedRows {
    /** Rows told on a terminal at most. */
    private static final int SHOWN = 20;

    private RejectedRows() {}

    public static void tell(List<Rejection> rejections, Console console) {
        tell(rejections, rejections.size(), console);
    }

    /**
     * @param rejections the first of them, if there are very many
     * @param count number of all of them
     */
    public static void tell(List<Rejection> rejections, long count, Console console) {
        rejections.stream()
                .limit(SHOWN)
                .forEach(rejection -> console.tell(Message.of(
                        rejection.row() == 0
                                ? "cli.import.rejected-file"
                                : rejection.column().isEmpty() ? "cli.import.rejected" : "cli.import.rejected-cell",
                        rejection.file(),
                        String.valueOf(rejection.row()),
                        rejection.column(),
                        rejection.reason())));
        if (count > SHOWN) {
            console.tell(
                    rejections.size() == count
                            ? Message.of("cli.import.more", count - SHOWN)
                            : Message.of("cli.import.more.first", count - SHOWN, rejections.size()));
        }
    }

    /** All of them as JSON objects. */
    public static List<Map<String, Object>> json(List<Rejection> rejections, Locale locale) {
        return rejections.stream()
                .map(rejection -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("file", rejection.file());
                    row.put("row", rejection.row());
                    row.put("column", rejection.column());
                    row.put("reason", rejection.reason().in(locale));
                    return row;
                })
                .toList();
    }
}
