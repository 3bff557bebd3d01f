package org.verbacode.coding;

import org.verbacode.study.AnswerId;

/**
 * A coder calls an answer finished, or opens it again. Finishing considers every code of the codebook version in force:
 * the codes without a decision of their own then do not apply. A finished answer without codes bears none.
 *
 * @param finished false when the answer is opened again
 * @param doubt whether the coder wants it looked at again
 */
public record Finish(
        EventId id,
        EventId act,
        CoderName coder,
        AnswerId answer,
        boolean finished,
        boolean doubt,
        Provenance provenance) {}
