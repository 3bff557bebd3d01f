package org.verbacode.cli;

import java.util.List;
import org.verbacode.study.ImportReport.Rejection;
import org.verbacode.study.Message;

/** Tells the person which rows of a file could not be read. */
final class Rejected {
    private static final int SHOWN = 20;

    private Rejected() {}

    static void tell(List<Rejection> rejections, Console console) {
        tell(rejections, rejections.size(), console);
    }

    /**
     * @param rejections the first of them, if there are very many
     * @param count all of them
     */
    static void tell(List<Rejection> rejections, long count, Console console) {
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
            console.tell(Message.of("cli.import.more", count - SHOWN));
        }
    }
}
