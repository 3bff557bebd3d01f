package org.verbacode.workflow.lists;

import java.util.List;
import java.util.Map;
import org.verbacode.coding.Code;
import org.verbacode.coding.CoderName;
import org.verbacode.study.WaveName;

/**
 * The columns of the table of answers and codes, and the choices of its filters.
 *
 * @param themes the codes by theme in the order of the columns; codes without a theme under ""
 * @param hasModel whether a model makes suggestions
 */
public record TableContent(Map<String, List<Code>> themes, List<WaveName> waves, boolean hasModel) {
    public TableContent {
        waves = List.copyOf(waves);
    }

    /** The codes in the order of the columns. */
    public List<Code> codes() {
        return themes.values().stream().flatMap(List::stream).toList();
    }

    /**
     * The rows of the table.
     *
     * @param coders the other coders who have finished answers
     */
    public record Rows(List<CoderName> coders, List<TableRow> rows) {
        public Rows {
            coders = List.copyOf(coders);
            rows = List.copyOf(rows);
        }
    }
}
