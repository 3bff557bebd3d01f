package org.verbacode.workflow.lists;

import java.util.List;
import org.verbacode.study.Answer;

/**
 * An answer in the table.
 *
 * @param cells one for each code of the table, in its order
 * @param others number of other coders who have finished it
 * @param state of the coding that the cells show
 */
public record TableRow(Answer answer, List<Cell> cells, Progress progress, int others, String state) {
    public TableRow {
        cells = List.copyOf(cells);
    }

    /** What a coder has decided on one code of an answer. */
    public enum Cell {
        NOT_CONSIDERED,
        DOES_NOT_APPLY,
        APPLIES,
        /** Another coder's decision on an answer to be coded blind. */
        HIDDEN
    }

    /** How far the coder has come with an answer. */
    public enum Progress {
        TO_DO,
        /** Some codes are decided; the answer is not finished. */
        BEGUN,
        FINISHED,
        DOUBT
    }
}
