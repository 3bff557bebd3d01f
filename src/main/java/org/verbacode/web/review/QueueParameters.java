package org.verbacode.web.review;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.EventId;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.study.WaveName;
import org.verbacode.web.page.PageRequest;
import org.verbacode.workflow.review.ReviewAnswers;
import org.verbacode.workflow.review.ReviewAnswers.Place;
import org.verbacode.workflow.review.ReviewAnswers.Way;
import org.verbacode.workflow.review.ReviewQueue;
import org.verbacode.workflow.review.ReviewQueue.Order;

/** Reads question, queue and way of working from the parameters of a request. */
final class QueueParameters {
    private final ReviewAnswers review;

    QueueParameters(ReviewAnswers review) {
        this.review = review;
    }

    /** For the review screen: by default uncoded answers at random. */
    Place asked(PageRequest visit) {
        return read(visit, Order.RANDOM, ReviewQueue.Status.TO_DO);
    }

    /** For the list: by default all answers in the order of the file. */
    Place listed(PageRequest visit) {
        return read(visit, Order.LIST, ReviewQueue.Status.ALL);
    }

    private Place read(PageRequest visit, Order usualOrder, ReviewQueue.Status usualStatus) {
        CoderName coder = visit.coder().orElseThrow(() -> new RefusedException(Message.of("web.review.coder")));
        String code = visit.given("code");
        String wave = visit.given("wave");
        ReviewQueue queue = new ReviewQueue(
                order(visit, usualOrder),
                code.isBlank() ? null : new CodeId(code),
                wave.isBlank() ? null : new WaveName(wave),
                chosen(ReviewQueue.Status.values(), visit.given("status"), usualStatus),
                visit.given("search"),
                round(visit));
        Way way = chosen(Way.values(), visit.given("way"))
                .orElseGet(() -> review.canVerify(visit.study(), visit.question()) ? Way.VERIFY : Way.CODE_FIRST);
        return new Place(visit.study(), visit.question(), coder, queue, way);
    }

    private static @Nullable EventId round(PageRequest visit) {
        String id = visit.given("round");
        try {
            return id.isBlank() ? null : new EventId(id);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Message.of("workflow.coders.round.unknown", id, ""), e);
        }
    }

    private static Order order(PageRequest visit, Order usual) {
        if (!visit.given("search").isBlank()) {
            return Order.SEARCH;
        }
        Order order = chosen(Order.values(), visit.given("order"), usual);
        boolean isOfCode = order == Order.BY_CODE || order == Order.RECONSIDER;
        boolean lacksWhatItIsOf =
                (isOfCode && visit.given("code").isBlank()) || (order == Order.DRAW && round(visit) == null);
        return order == Order.SEARCH || lacksWhatItIsOf ? usual : order;
    }

    private static <T extends Enum<T>> T chosen(T[] values, String name, T usual) {
        return chosen(values, name).orElse(usual);
    }

    private static <T extends Enum<T>> Optional<T> chosen(T[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
