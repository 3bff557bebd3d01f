package org.verbacode.exchange.survey;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The survey tool that a file comes from, detected by its columns. */
public enum SurveyTool {
    LIMESURVEY,
    /** Three header rows: short names, wordings, import ids. */
    QUALTRICS,
    GOOGLE_FORMS,
    /** Cells are HTML. */
    MOODLE,
    /** A spreadsheet, or a tool without peculiarities. */
    OTHER;

    static SurveyTool of(List<String> headers, List<String> thirdRow) {
        Set<String> names = headers.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
        // Qualtrics: the header has ResponseId, and every cell of the third row {"ImportId":"_recordId"}.
        if (!thirdRow.isEmpty()
                && thirdRow.stream().allMatch(cell -> cell.isBlank() || cell.contains("\"ImportId\""))) {
            return thirdRow.stream().allMatch(String::isBlank) ? OTHER : QUALTRICS;
        }
        boolean lime = names.stream()
                        .anyMatch(name -> name.startsWith("submitdate") || name.startsWith("date de soumission"))
                && names.stream().anyMatch(name -> name.startsWith("lastpage") || name.startsWith("dernière page"));
        if (lime) {
            return LIMESURVEY;
        }
        String first = headers.get(0).toLowerCase(Locale.ROOT);
        if (first.equals("horodateur") || first.equals("timestamp")) {
            return GOOGLE_FORMS;
        }
        boolean english = names.contains("course") && names.contains("username");
        boolean french = names.contains("cours")
                && Stream.of("nom complet", "nom d’utilisateur", "nom d'utilisateur")
                        .anyMatch(names::contains);
        return english || french ? MOODLE : OTHER;
    }

    /** Number of records before the first respondent's. */
    int headerRows() {
        return this == QUALTRICS ? 3 : 1;
    }

    /** The record without the tool's peculiarities. */
    Row tidy(Row row) {
        return this == MOODLE && row.problem() == null
                ? new Row(
                        row.number(), row.cells().stream().map(HtmlText::plain).toList(), null)
                : row;
    }
}
