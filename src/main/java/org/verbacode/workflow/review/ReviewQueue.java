package org.verbacode.workflow.review;

import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Provenance;
import org.verbacode.study.WaveName;

/**
 * Which answers come before the coder's eyes, and in what order.
 *
 * @param code the code whose answers come, with {@link Order#BY_CODE}
 * @param wave only this wave's answers; null for all
 * @param search the words looked for, with {@link Order#SEARCH}
 */
public record ReviewQueue(
        Order order, @Nullable CodeId code, @Nullable WaveName wave, Status status, String search) {

    /** In what order answers come. */
    public enum Order {
        /** Drawn once, the same for every coder, so that the first ones coded stand for all. */
        RANDOM(Provenance.Shown.RANDOM),
        /** Likeliest first for one code. */
        BY_CODE(Provenance.Shown.BY_CODE),
        /** The model's least certain first. */
        TO_CHECK(Provenance.Shown.TO_CHECK),
        /** Those that hold the words looked for, whatever their inflection, the best first. */
        SEARCH(Provenance.Shown.SEARCH),
        /** As in the file. */
        LIST(Provenance.Shown.LIST);

        private final Provenance.Shown shown;

        Order(Provenance.Shown shown) {
            this.shown = shown;
        }

        Provenance.Shown shown() {
            return shown;
        }
    }

    /** How far the coding of an answer has come. */
    public enum Status {
        /** Nobody has finished it. */
        TO_DO,
        /** This coder has finished it. */
        FINISHED,
        /** This coder has finished it with a doubt. */
        DOUBT,
        /** Another coder has finished it and this one has not. */
        OTHERS,
        ALL
    }

    /** The same filters in another order, without what was looked for. */
    public ReviewQueue in(Order other) {
        return new ReviewQueue(other, code, wave, status, "");
    }
}
