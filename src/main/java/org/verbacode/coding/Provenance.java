package org.verbacode.coding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a decision came about.
 *
 * @param at when
 * @param codebookVersion the codebook version in force
 * @param manner what the coder had seen of the machine
 * @param modelSeen the model version whose suggestions had been seen, null unless {@link Manner#ASSISTED} or
 *     {@link Manner#BULK}
 * @param shown why the answer was before the coder's eyes
 */
public record Provenance(
        Instant at,
        int codebookVersion,
        Manner manner,
        @Nullable ModelName modelSeen,
        Shown shown) {

    /** What the coder had seen of the machine when deciding. */
    public enum Manner {
        /** No suggestion was visible. */
        BLIND,
        /** A suggestion had been seen. */
        ASSISTED,
        /** Accepted in a list, without reading each answer by itself. */
        BULK,
        /** Read from a file; what the coder had seen is not known to Verbacode. */
        IMPORTED
    }

    /** Why an answer was on screen. */
    public enum Shown {
        /** The queue in random order. */
        RANDOM,
        /** The queue of one code, likeliest first. */
        BY_CODE,
        /** The queue of the least certain or contradicted. */
        TO_CHECK,
        /** A search had found it. */
        SEARCH,
        /** Picked from a list of answers. */
        LIST,
        /** Drawn at random for training, double coding or audit. */
        DRAW,
        /** It was not: the decision was read from a file. */
        FILE
    }
}
