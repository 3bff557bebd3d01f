package org.verbacode.web.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.verbacode.study.Message;
import org.verbacode.study.WaveName;
import org.verbacode.web.page.Page;
import org.verbacode.workflow.review.AnswerList;
import org.verbacode.workflow.review.ReviewQueue;
import org.verbacode.workflow.review.ReviewQueue.Status;

/**
 * The data of the list's template.
 *
 * @param notice what was just done
 */
public record AnswersView(Page page, AnswerList list, Optional<Message> notice) {
    public String review(AnswerList.Row row) {
        return ReviewView.address(list.place(), row.answer().id().value());
    }

    /** The hidden fields that name list, filters and coder. */
    public Map<String, String> fields() {
        ReviewQueue queue = queue();
        WaveName wave = queue.wave();
        return Map.of(
                "study", page.study(),
                "question", page.question(),
                "search", queue.search(),
                "status", queue.status().name().toLowerCase(java.util.Locale.ROOT),
                "wave", wave == null ? "" : wave.value(),
                "page", String.valueOf(list.page()),
                "as", list.place().coder().value());
    }

    public String turnedTo(int number) {
        return ReviewView.address("/answers", list.place(), "", String.valueOf(number));
    }

    public List<Status> statuses() {
        return List.of(Status.values());
    }

    public String label(Status status) {
        return page.text("review.status." + status.name().toLowerCase(java.util.Locale.ROOT));
    }

    public boolean isIn(Status status) {
        return queue().status() == status;
    }

    public boolean isIn(WaveName wave) {
        return wave.equals(queue().wave());
    }

    /** Who has coded an answer, followed by a colon. */
    public String name(AnswerList.OtherCoding other) {
        String coder =
                other.isAgreed() ? page.text("lists.agreed") : other.coder().value();
        return page.text("review.answers.by", coder);
    }

    public String search() {
        return queue().search();
    }

    private ReviewQueue queue() {
        return list.place().queue();
    }
}
