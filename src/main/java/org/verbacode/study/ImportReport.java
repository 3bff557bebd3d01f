package org.verbacode.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The result of an import. Given answers are counted (non-empty cells of open questions), rejected rows by file.
 *
 * @param added number of new answers
 * @param unchanged number of answers stored before with the same text
 * @param changed number of answers stored before with another text; both are kept and the new one waits for
 *     confirmation
 * @param codings number of codings applied (one coder on one answer)
 * @param rejections what could not be read, and why
 * @param notes other facts of interest to the researcher
 */
public record ImportReport(
        int added, int unchanged, int changed, int codings, List<Rejection> rejections, List<Message> notes) {

    /** The empty report. */
    public static final ImportReport EMPTY = new ImportReport(0, 0, 0, 0, List.of(), List.of());

    /**
     * A row or cell that could not be read.
     *
     * @param file the file's name as given
     * @param row the record's number in the file, the header being row 1; 0 for the whole file
     * @param column the column's name, or empty for the whole row
     * @param reason what is wrong and what to do
     */
    public record Rejection(String file, long row, String column, Message reason) {}

    public ImportReport {
        rejections = List.copyOf(rejections);
        notes = List.copyOf(notes);
    }

    /** Number of rows with something that could not be read. */
    public int rejectedRows() {
        return Math.toIntExact(rejections.stream()
                .map(rejection -> rejection.file() + '\0' + rejection.row())
                .distinct()
                .count());
    }

    /** The sum of two reports. */
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
