package org.verbacode.coding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of a decision.
 *
 * @param at its time
 * @param codebookVersion the current codebook version
 * @param manner what the coder had seen of suggestions
 * @param modelSeen the model version whose suggestions had been seen, null unless {@link Manner#ASSISTED} or {@link
 *     Manner#BULK}
 * @param shown why the answer was on the screen
 */
public record Provenance(
        Instant at,
        int codebookVersion,
        Manner manner,
        @Nullable ModelName modelSeen,
        Shown shown) {

    /** What the coder had seen of suggestions before the decision. */
    public enum Manner {
        /** No suggestion was visible. */
        BLIND,
        /** Suggestions had been seen. */
        ASSISTED,
        /** Accepted in a list, without reading each answer. */
        BULK,
        /** Imported; unknown. */
        IMPORTED
    }

    /** Why an answer was on the screen. */
    public enum Shown {
        /** The queue in random order. */
        RANDOM,
        /** The queue of one code, likeliest first. */
        BY_CODE,
        /** The queue of the least certain or contradicted. */
        TO_CHECK,
        /** Found by a search. */
        SEARCH,
        /** Picked from a list of answers. */
        LIST,
        /** Drawn at random for training, double coding or audit. */
        DRAW,
        /** It was not: the decision was imported. */
        FILE
    }
}
