package org.verbacode.web.review;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.EventId;
import org.verbacode.coding.Round;
import org.verbacode.study.Checksum;
import org.verbacode.study.WaveName;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.Page;
import org.verbacode.workflow.review.ReviewAnswers.Place;
import org.verbacode.workflow.review.ReviewAnswers.Way;
import org.verbacode.workflow.review.ReviewQueue;
import org.verbacode.workflow.review.ReviewQueue.Order;
import org.verbacode.workflow.review.ReviewQueue.Status;
import org.verbacode.workflow.review.ReviewScreen;

/** The data of the review screen's templates: addresses, fields and texts beside the use case's result. */
public record ReviewView(Page page, ReviewScreen screen) {

    static String address(Place place, String answer) {
        return address("/review", place, answer, "");
    }

    static String address(String path, Place place, String answer, String number) {
        ReviewQueue queue = place.queue();
        CodeId code = queue.code();
        WaveName wave = queue.wave();
        return Links.to(
                path,
                "study",
                place.study().value(),
                "question",
                place.question().value(),
                "order",
                name(queue.order()),
                "code",
                code == null ? "" : code.value(),
                "wave",
                wave == null ? "" : wave.value(),
                "status",
                name(queue.status()),
                "search",
                queue.search(),
                "way",
                name(place.way()),
                "round",
                round(queue),
                "answer",
                answer,
                "page",
                number);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String round(ReviewQueue queue) {
        EventId round = queue.round();
        return round == null ? "" : round.value();
    }

    /** The address of a round's queue. */
    public String inRound(Round round) {
        return address(screen.place().with(ReviewQueue.of(round.id())), "");
    }

    public boolean isIn(Round round) {
        return round.id().equals(queue().round());
    }

    private ReviewQueue queue() {
        return screen.place().queue();
    }

    /** The address of the current screen. */
    public String here() {
        ReviewScreen.Shown shown = screen.shown();
        return address(screen.place(), shown == null ? "" : shown.answer().id().value());
    }

    public String inOrder(Order order) {
        return address(screen.place().with(queue().in(order)), "");
    }

    public String byCode(Code code) {
        ReviewQueue queue = queue();
        return address(
                screen.place().with(new ReviewQueue(Order.BY_CODE, code.id(), queue.wave(), queue.status(), "")), "");
    }

    public String inWay(Way way) {
        Place place = screen.place();
        ReviewScreen.Shown shown = screen.shown();
        return address(
                new Place(place.study(), place.question(), place.coder(), place.queue(), way),
                shown == null ? "" : shown.answer().id().value());
    }

    public boolean isIn(Order order) {
        return queue().order() == order;
    }

    public boolean isIn(Way way) {
        return screen.place().way() == way;
    }

    public boolean isIn(Status status) {
        return queue().status() == status;
    }

    public boolean isIn(WaveName wave) {
        return wave.equals(queue().wave());
    }

    /** The search typed; empty outside a search. */
    public String sought() {
        return queue().search();
    }

    public boolean isBy(Code code) {
        return queue().order() == Order.BY_CODE && code.id().equals(queue().code());
    }

    /** The name of the code that is considered again; empty in other queues. */
    public String reconsidered() {
        CodeId code = queue().code();
        return code == null || !isIn(Order.RECONSIDER)
                ? ""
                : screen.codebook().byId(code).map(Code::name).orElse("");
    }

    /** The palette that the screen needs, ticks aside; a browser that has it need not get it again. */
    public String palette() {
        return new Checksum()
                .add(
                        screen.question().study().value(),
                        screen.question().name().value(),
                        String.valueOf(screen.codebook().version()),
                        String.valueOf(screen.shown() == null),
                        page.locale().getLanguage())
                .hex();
    }

    /** The ids of the ticked codes, each followed by a blank. */
    public String ticked() {
        ReviewScreen.Shown shown = screen.shown();
        return shown == null
                ? ""
                : shown.ticked().stream().map(code -> code.id().value() + " ").collect(Collectors.joining());
    }

    /** The hidden fields of every form of the screen. */
    public Map<String, String> fields() {
        ReviewQueue queue = queue();
        CodeId code = queue.code();
        WaveName wave = queue.wave();
        ReviewScreen.Shown shown = screen.shown();
        return Map.of(
                "study", screen.place().study().value(),
                "question", screen.place().question().value(),
                "order", name(queue.order()),
                "code", code == null ? "" : code.value(),
                "wave", wave == null ? "" : wave.value(),
                "status", name(queue.status()),
                "search", queue.search(),
                "way", name(screen.place().way()),
                "round", round(queue),
                "answer", shown == null ? "" : shown.answer().id().value());
    }

    public List<Status> statuses() {
        return List.of(Status.values());
    }

    public String label(Enum<?> value) {
        return page.text(
                "review." + value.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + name(value));
    }

    /** The number key of a code among the proposals; empty if it has none. */
    public String key(Code code) {
        ReviewScreen.Shown shown = screen.shown();
        if (shown == null) {
            return "";
        }
        for (int i = 0; i < shown.proposals().size(); i++) {
            if (shown.proposals().get(i).code().equals(code)) {
                return String.valueOf(i + 1);
            }
        }
        return "";
    }

    /** The codes suggested for uncoded answers, most frequent first. */
    public List<Code> codesToDo() {
        return screen.codebook().codes().stream()
                .filter(code -> screen.byCode().containsKey(code.id()))
                .sorted(java.util.Comparator.comparing(
                                (Code code) -> screen.byCode().getOrDefault(code.id(), 0))
                        .reversed())
                .toList();
    }

    public String names(List<Code> codes) {
        return codes.stream().map(Code::name).collect(Collectors.joining(", "));
    }
}
