package org.verbacode.coding;

import org.verbacode.study.AnswerId;

/**
 * One coder's word on one code of one answer. Decisions are only ever added; the latest one counts.
 *
 * @param act what the coder did, of which this decision is a part: undo takes back a whole act
 */
public record Decision(
        EventId id,
        EventId act,
        CoderName coder,
        AnswerId answer,
        CodeId code,
        Verdict verdict,
        Provenance provenance) {

    /** What is said of the code. */
    public enum Verdict {
        APPLIES,
        DOES_NOT_APPLY,
        /** The coder takes the word back: as if nobody had considered the code. */
        WITHDRAWN
    }
}
