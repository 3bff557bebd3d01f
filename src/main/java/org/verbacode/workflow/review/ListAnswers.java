package org.verbacode.workflow.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Coding;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Question;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.LiveModels;
import org.verbacode.workflow.review.ReviewAnswers.Place;
import org.verbacode.workflow.search.SearchAnswers;

/** Lists the answers of a queue with their codes, page by page. */
public final class ListAnswers {
    /** Answers a page. */
    private static final int ROWS = 50;

    private final Workspace workspace;
    private final SearchAnswers search;
    private final LiveModels live;

    public ListAnswers(Workspace workspace, SearchAnswers search, LiveModels live) {
        this.workspace = workspace;
        this.search = search;
        this.live = live;
    }

    /**
     * One page of a queue as it is stored now.
     *
     * @param page from 1; a page that does not exist gives the nearest one
     */
    public AnswerList run(Place place, int page) {
        ReviewSession session = session(place);
        List<Answer> found = session.waiting(place.queue());
        int pages = Math.max(1, (found.size() + ROWS - 1) / ROWS);
        int shown = Math.min(Math.max(1, page), pages);
        Map<AnswerId, SearchAnswers.Match> matches = place.queue().search().isBlank()
                ? Map.of()
                : session.found(place.queue().search());
        BlindAnswers blind = BlindAnswers.of(session.codings.own().values(), session.hidden);
        List<AnswerList.Row> rows = found.stream()
                .skip((long) (shown - 1) * ROWS)
                .limit(ROWS)
                .map(answer -> row(session, blind, answer, Optional.ofNullable(matches.get(answer.id()))))
                .toList();
        return new AnswerList(place, session.waves, session.codebook().codes(), rows, found.size(), shown, pages);
    }

    /** All answers of a queue as it is stored now, in their order. */
    public List<AnswerId> all(Place place) {
        return session(place).waiting(place.queue()).stream().map(Answer::id).toList();
    }

    private ReviewSession session(Place place) {
        Question question = new ListStudies(workspace).question(place.study(), place.question());
        return new ReviewSession(
                workspace,
                search,
                live,
                new Proposals(workspace.models()),
                question,
                place.assignment(),
                new DisplayedSuggestions());
    }

    private AnswerList.Row row(
            ReviewSession session, BlindAnswers blind, Answer answer, Optional<SearchAnswers.Match> match) {
        Optional<Coding> coding = session.codings.own(answer.id());
        Set<CodeId> applied = coding.map(Coding::applied).orElse(Set.of());
        return new AnswerList.Row(
                answer,
                match,
                codes(session, applied),
                coding.map(Coding::finished).orElse(false),
                coding.map(Coding::doubt).orElse(false),
                blind.isBlind(answer.id()),
                session.codings.others(answer.id()).isEmpty()
                        ? List.of()
                        : others(session, blind.isBlind(answer.id()), answer.id()));
    }

    private List<AnswerList.OtherCoding> others(ReviewSession session, boolean blind, AnswerId answer) {
        return workspace.database().codings().of(answer).stream()
                .filter(coding -> coding.finished() && !coding.coder().equals(session.assignment.coder()))
                .map(coding -> new AnswerList.OtherCoding(
                        coding.coder(), blind ? List.of() : codes(session, coding.applied())))
                .toList();
    }

    private static List<Code> codes(ReviewSession session, Set<CodeId> applied) {
        return session.codebook().codes().stream()
                .filter(code -> applied.contains(code.id()))
                .toList();
    }
}
