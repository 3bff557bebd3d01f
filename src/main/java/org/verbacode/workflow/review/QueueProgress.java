package org.verbacode.workflow.review;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;

/** Which answers of an ordered queue wait for the coder; each question about it takes no longer with more answers. */
final class QueueProgress {
    private final List<Answer> order;
    private final Map<AnswerId, Integer> places = new HashMap<>();
    private final BitSet waiting = new BitSet();

    QueueProgress(List<Answer> order, Predicate<AnswerId> waits) {
        this.order = order;
        for (int place = 0; place < order.size(); place++) {
            AnswerId answer = order.get(place).id();
            places.put(answer, place);
            waiting.set(place, waits.test(answer));
        }
    }

    /** Takes over whether an answer still waits. */
    void update(AnswerId answer, boolean waits) {
        Integer place = places.get(answer);
        if (place != null) {
            waiting.set(place, waits);
        }
    }

    /** Number of answers that wait. */
    int remaining() {
        return waiting.cardinality();
    }

    /** The first answer that waits; null if none does. */
    @Nullable
    Answer first() {
        int place = waiting.nextSetBit(0);
        return place < 0 ? null : order.get(place);
    }

    /** The next answer that waits; after the last one, those before come round again. Null if there is no other. */
    @Nullable
    AnswerId next(AnswerId answer) {
        int here = places.getOrDefault(answer, -1);
        int place = waiting.nextSetBit(here + 1);
        if (place < 0) {
            place = waiting.nextSetBit(0);
        }
        return place < 0 || place == here ? null : order.get(place).id();
    }

    /** The answer that waits before this one; null if there is none. */
    @Nullable
    AnswerId previous(AnswerId answer) {
        int here = places.getOrDefault(answer, -1);
        int place = here < 1 ? -1 : waiting.previousSetBit(here - 1);
        return place < 0 ? null : order.get(place).id();
    }
}
