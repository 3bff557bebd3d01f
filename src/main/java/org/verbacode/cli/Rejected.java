package org.verbacode.cli;

import java.util.List;
import org.verbacode.study.ImportReport.Rejection;
import org.verbacode.study.Message;

/** Tells the person which rows of a file could not be read. */
final class Rejected {
    private static final int SHOWN = 20;

    private Rejected() {}

    static void tell(List<Rejection> rejections, Console console) {
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
        if (rejections.size() > SHOWN) {
            console.tell(Message.of("cli.import.more", rejections.size() - SHOWN));
        }
    }
}
