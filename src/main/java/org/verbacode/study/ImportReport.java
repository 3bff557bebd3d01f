package org.verbacode.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an import did. Given answers are counted (non-empty cells of open questions), rejected rows by file.
 *
 * @param added answers that were not there before
 * @param unchanged answers that were there with the same text
 * @param changed answers that were there with another text; both are kept and the new one waits for confirmation
 * @param codings codings applied (one coder on one answer)
 * @param rejections what could not be read, and why
 * @param notes what the researcher should know although nothing was lost
 */
public record ImportReport(
        int added, int unchanged, int changed, int codings, List<Rejection> rejections, List<Message> notes) {

    /** Nothing done yet. */
    public static final ImportReport EMPTY = new ImportReport(0, 0, 0, 0, List.of(), List.of());

    /**
     * One thing that could not be read.
     *
     * @param file the file's name as it was given
     * @param row the record's number in the file, the header being row 1; 0 when the whole file is meant
     * @param column the column's name, or empty when the whole row is meant
     * @param reason what is wrong and what to do
     */
    public record Rejection(String file, long row, String column, Message reason) {}

    public ImportReport {
        rejections = List.copyOf(rejections);
        notes = List.copyOf(notes);
    }

    /** How many rows had something that could not be read. */
    public int rejectedRows() {
        return Math.toIntExact(rejections.stream()
                .map(rejection -> rejection.file() + '\0' + rejection.row())
                .distinct()
                .count());
    }

    /** Both reports as one. */
    public ImportReport plus(ImportReport other) {
        List<Rejection> allRejections = new ArrayList<>(rejections);
        allRejections.addAll(other.rejections);
        return new ImportReport(
                added + other.added,
                unchanged + other.unchanged,
                changed + other.changed,
                codings + other.codings,
                allRejections,
                Stream.concat(notes.stream(), other.notes.stream()).toList());
    }
}
