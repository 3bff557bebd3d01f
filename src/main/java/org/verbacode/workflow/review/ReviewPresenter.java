package org.verbacode.workflow.review;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Coding;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.review.ReviewAnswers.Place;
import org.verbacode.workflow.review.ReviewAnswers.Way;

/** Decides what a coder may see of an answer, which codes stand ticked and which answer comes next. */
record ReviewPresenter(ReviewSession session, Place place) {
    /** One answer in this many is coded blind while verifying, for an unbiased estimate of the model's quality. */
    private static final int BLIND_EVERY = 10;

    /**
     * The answer of an id.
     *
     * @throws RefusedException if the question has no such answer
     */
    Answer answer(AnswerId id) {
        return session.answer(id).orElseThrow(() -> new RefusedException(Message.of("workflow.answer.unknown")));
    }

    /** Chosen by the answer's id, hence the same answers for every coder. */
    static boolean isBlind(AnswerId id) {
        return Integer.parseInt(id.value().substring(0, 6), 16) % BLIND_EVERY == 0;
    }

    /** Whether an open round hides suggestions and the codes of others. */
    private boolean isHidden(AnswerId id) {
        return session.hidden.contains(id);
    }

    /** The codes of coded answers that the coder may see: of those in open rounds, only the coder's own. */
    private Map<AnswerId, Set<CodeId>> visible(boolean byOthers) {
        Map<AnswerId, Set<CodeId>> applied = new HashMap<>(session.codings.applied(byOthers));
        applied.keySet().removeIf(answer -> isHidden(answer) && !isFinished(answer));
        session.hidden.stream().filter(this::isFinished).forEach(answer -> session.codings
                .own(answer)
                .ifPresent(coding -> applied.put(answer, coding.applied())));
        return applied;
    }

    private boolean isFinished(AnswerId id) {
        return session.codings.own(id).map(Coding::finished).orElse(false);
    }

    /** Whether the suggestions of an answer are on the screen. */
    boolean showsSuggestions(AnswerId id) {
        boolean verifies = place.way() == Way.VERIFY && !isBlind(id);
        return !session.suggestions(id).isEmpty()
                && (isFinished(id) || verifies || session.seenModel(id).isPresent());
    }

    /** The codes that stand ticked: those decided, and the model's while the answer is being verified. */
    Set<CodeId> ticked(AnswerId id) {
        Optional<Coding> coding = session.codings.own(id);
        Set<CodeId> ticked = new LinkedHashSet<>(coding.map(Coding::applied).orElse(Set.of()));
        if (place.way() == Way.VERIFY && !isBlind(id) && !isFinished(id)) {
            Map<CodeId, Boolean> considered = coding.map(Coding::considered).orElse(Map.of());
            session.proposed(id).stream()
                    .filter(code -> !considered.containsKey(code))
                    .forEach(ticked::add);
        }
        return ticked;
    }

    /** The next answer of the queue; after the last one, those put off come round again. */
    @Nullable
    AnswerId next(AnswerId id) {
        return session.progress(place.queue()).next(id);
    }

    /** The screen with an answer, or with the first of the queue if none is named. */
    ReviewScreen screen(@Nullable AnswerId id, @Nullable Message notice) {
        QueueProgress progress = session.progress(place.queue());
        Answer answer = id != null ? answer(id) : progress.first();
        return new ReviewScreen(
                session.question,
                session.waves,
                session.codebook(),
                place,
                session.model,
                session.isLive(),
                answer == null ? null : shown(answer),
                progress.remaining(),
                session.finished(),
                session.given(),
                session.toDoByCode(),
                session.roundsToDo(),
                notice);
    }

    private ReviewScreen.Shown shown(Answer answer) {
        AnswerId id = answer.id();
        Optional<Coding> coding = session.codings.own(id);
        boolean shows = showsSuggestions(id);
        if (shows) {
            session.sawSuggestions(id);
        }
        Set<CodeId> ticked = ticked(id);
        List<Code> also = isFinished(id) && shows
                ? session.proposed(id).stream()
                        .filter(code -> !ticked.contains(code))
                        .flatMap(code -> session.codebook().byId(code).stream())
                        .toList()
                : List.of();
        return new ReviewScreen.Shown(
                answer,
                session.question.wordingIn(answer.wave()),
                session.codebook().codes().stream()
                        .filter(code -> ticked.contains(code.id()))
                        .toList(),
                coding.map(Coding::applied).orElse(Set.of()),
                isFinished(id),
                coding.map(Coding::doubt).orElse(false),
                session.note(id),
                session.replies(id),
                shows ? proposals(id) : List.of(),
                also,
                isHidden(id)
                        || (place.way() == Way.VERIFY
                                && !shows
                                && !session.suggestions(id).isEmpty()),
                session.texts.count(id),
                isHidden(id) ? List.of() : session.codings.others(id),
                session.progress(place.queue()).previous(id),
                next(id),
                Coding.state(coding));
    }

    private List<ReviewScreen.Proposal> proposals(AnswerId id) {
        return Proposals.of(session.suggestions(id), session.lines(id), session.codebook());
    }

    /** The material for the help beside an answer, without anything that the coder must not see yet. */
    VisibleMaterial material(AnswerId id) {
        Answer answer = answer(id);
        boolean shows = showsSuggestions(id);
        boolean blind = isHidden(id) || (!shows && !session.suggestions(id).isEmpty());
        return new VisibleMaterial(
                answer,
                shows ? session.suggestedBy(id) : Optional.empty(),
                shows
                        ? proposals(id).stream()
                                .map(proposal -> proposal.code().id())
                                .toList()
                        : List.of(),
                session.proposed(id),
                blind ? Map.of() : session.texts.joined(visible(shows), id),
                shows ? session.explaining(id) : Optional.empty());
    }
}
