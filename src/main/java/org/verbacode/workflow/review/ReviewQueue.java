package org.verbacode.workflow.review;

import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.EventId;
import org.verbacode.coding.Provenance;
import org.verbacode.study.WaveName;

/**
 * A selection of the answers to a question and their order.
 *
 * @param code the code by whose probability answers are ordered, with {@link Order#BY_CODE} and {@link Order#RECONSIDER}
 * @param wave only this wave's answers; null for all
 * @param search the search typed, with {@link Order#SEARCH}
 * @param round the id of a round's draw, with {@link Order#DRAW}
 */
public record ReviewQueue(
        Order order,
        @Nullable CodeId code,
        @Nullable WaveName wave,
        Status status,
        String search,
        @Nullable EventId round) {

    /** A queue outside any round. */
    public ReviewQueue(Order order, @Nullable CodeId code, @Nullable WaveName wave, Status status, String search) {
        this(order, code, wave, status, search, null);
    }

    /** The answers of a round that the coder has still to code. */
    public static ReviewQueue of(EventId round) {
        return new ReviewQueue(Order.DRAW, null, null, Status.TO_DO, "", round);
    }

    /** The coded answers on which a code is to be considered again. */
    public static ReviewQueue reconsidering(CodeId code) {
        return new ReviewQueue(Order.RECONSIDER, code, null, Status.TO_DO, "");
    }

    /** The order of the answers. */
    public enum Order {
        /** Drawn once, the same for every coder, so that the first ones coded are a random sample. */
        RANDOM(Provenance.Shown.RANDOM),
        /** By falling probability of one code. */
        BY_CODE(Provenance.Shown.BY_CODE),
        /** Uncertainty sampling: those the model is least certain of first. */
        TO_CHECK(Provenance.Shown.TO_CHECK),
        /** Those that a search finds, best first. */
        SEARCH(Provenance.Shown.SEARCH),
        /** As in the file. */
        LIST(Provenance.Shown.LIST),
        /** The answers of a round, in the coder's own random order. */
        DRAW(Provenance.Shown.DRAW),
        /** Coded answers on which one code is to be considered again, likeliest first. */
        RECONSIDER(Provenance.Shown.BY_CODE);

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
        /** Nobody has finished it; in a round, this coder has not; where a code is reconsidered, not since it changed. */
        TO_DO,
        /** This coder has finished it. */
        FINISHED,
        /** This coder has finished it with a doubt. */
        DOUBT,
        /** Another coder has finished it and this one has not. */
        OTHERS,
        ALL
    }

    /** How the answers of the queue come to be shown. */
    public Provenance.Shown shown() {
        return order.shown();
    }

    /** Whether its answers wait until a code has been considered again. */
    boolean reconsiders() {
        return order == Order.RECONSIDER && status == Status.TO_DO;
    }

    /** The same filters in another order, without the search. */
    public ReviewQueue in(Order other) {
        return new ReviewQueue(other, code, wave, status, "");
    }
}
