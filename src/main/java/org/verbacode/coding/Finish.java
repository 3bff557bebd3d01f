package org.verbacode.coding;

import org.verbacode.study.AnswerId;

/**
 * A coder finishes an answer, or reopens it. Finishing considers every code of the current codebook version: codes
 * without a decision do not apply.
 *
 * @param finished false when the answer is reopened
 * @param doubt whether the coder wants to look at it again
 */
public record Finish(
        EventId id,
        EventId act,
        CoderName coder,
        AnswerId answer,
        boolean finished,
        boolean doubt,
        Provenance provenance) {}
