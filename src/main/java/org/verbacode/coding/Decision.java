package org.verbacode.coding;

import org.verbacode.study.AnswerId;

/**
 * A decision of one coder on one code of one answer. Decisions are append-only; the latest one counts.
 *
 * @param act the act that the decision is part of; undo takes back a whole act
 */
public record Decision(
        EventId id,
        EventId act,
        CoderName coder,
        AnswerId answer,
        CodeId code,
        Verdict verdict,
        Provenance provenance) {

    /** The content of a decision. */
    public enum Verdict {
        APPLIES,
        DOES_NOT_APPLY,
        /** Withdrawn: as if the code had not been considered. */
        WITHDRAWN
    }
}
