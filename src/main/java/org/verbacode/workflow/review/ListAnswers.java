package org.verbacode.workflow.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Coding;
import org.verbacode.search.Hit;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Question;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.LiveModels;
import org.verbacode.workflow.review.ReviewAnswers.Place;
import org.verbacode.workflow.search.SearchAnswers;

/** Lists the answers of a queue with their codes. */
public final class ListAnswers {
    private static final int ROWS = 50;

    private final Workspace workspace;
    private final SearchAnswers search;
    private final LiveModels live;

    public ListAnswers(Workspace workspace, SearchAnswers search, LiveModels live) {
        this.workspace = workspace;
        this.search = search;
        this.live = live;
    }

    /** The answers of a queue, a page at a time, as they stand now. */
    public AnswerList run(Place place, int page) {
        Question question = new ListStudies(workspace).question(place.study(), place.question());
        ReviewSession desk = new ReviewSession(
                workspace, search, live, new Proposals(workspace.models()), question, place.coder(), null);
        List<Answer> found = desk.inOrder(place.queue()).stream()
                .filter(desk.having(place.queue().status()))
                .toList();
        int pages = Math.max(1, (found.size() + ROWS - 1) / ROWS);
        int shown = Math.min(Math.max(1, page), pages);
        Map<AnswerId, List<Hit.Span>> spans = place.queue().search().isBlank()
                ? Map.of()
                : desk.found(place.queue().search());
        List<AnswerList.Row> rows = found.stream()
                .skip((long) (shown - 1) * ROWS)
                .limit(ROWS)
                .map(answer -> row(desk, answer, spans.getOrDefault(answer.id(), List.of())))
                .toList();
        return new AnswerList(place, desk.waves, rows, found.size(), shown, pages);
    }

    private static AnswerList.Row row(ReviewSession desk, Answer answer, List<Hit.Span> found) {
        Optional<Coding> coding = desk.coding(answer.id());
        Set<CodeId> applied = coding.map(Coding::applied).orElse(Set.of());
        return new AnswerList.Row(
                answer,
                found,
                desk.codebook().codes().stream()
                        .filter(code -> applied.contains(code.id()))
                        .toList(),
                coding.map(Coding::finished).orElse(false),
                coding.map(Coding::doubt).orElse(false),
                desk.others(answer.id()));
    }
}
