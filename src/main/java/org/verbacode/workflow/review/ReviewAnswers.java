package org.verbacode.workflow.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Decision;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Provenance;
import org.verbacode.store.Codings;
import org.verbacode.store.Codings.Assignment;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.Respondent;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.SentAct;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.codebook.EditCodebook;
import org.verbacode.workflow.model.LiveModels;
import org.verbacode.workflow.search.SearchAnswers;

/**
 * Codes answers one after another, with or without the model's suggestions. Every act is stored before its method
 * returns, together with which suggestions the coder could see. Several coders work at the same time; the requests of
 * one coder about one question run one after another.
 */
public final class ReviewAnswers {
    private final Workspace workspace;
    private final Database database;
    private final ReviewSessions sessions;
    private final LiveModels live;

    /** @param live learn while people code, so that suggestions follow the decisions */
    public ReviewAnswers(Workspace workspace, SearchAnswers search, LiveModels live) {
        this.workspace = workspace;
        this.database = workspace.database();
        this.live = live;
        ListStudies studies = new ListStudies(workspace);
        Proposals proposals = new Proposals(workspace.models());
        this.sessions = new ReviewSessions((assignment, displayed) -> new ReviewSession(
                workspace,
                search,
                live,
                proposals,
                studies.question(assignment.study(), assignment.question()),
                assignment,
                displayed));
    }

    /** How the coder works. */
    public enum Way {
        /** The suggested codes stand ticked and the coder corrects them; one answer in ten comes blind. */
        VERIFY,
        /** The coder decides first and then sees what the model suggests besides. */
        CODE_FIRST
    }

    /**
     * Where the coder is.
     *
     * @param sent how a page sent the act
     */
    public record Place(
            StudyName study, QuestionName question, CoderName coder, ReviewQueue queue, Way way, SentAct sent) {
        public Place(StudyName study, QuestionName question, CoderName coder, ReviewQueue queue, Way way) {
            this(study, question, coder, queue, way, SentAct.NONE);
        }

        /** The same place with another queue. */
        public Place with(ReviewQueue other) {
            return new Place(study, question, coder, other, way);
        }

        /** The same place for one act that a page sent. */
        public Place with(SentAct act) {
            return new Place(study, question, coder, queue, way, act);
        }

        /** The coder's work on the question, within which acts are undone. */
        Assignment assignment() {
            return new Assignment(study, question, coder);
        }
    }

    /** How an answer is finished. */
    public enum Ending {
        /** With the ticked codes; at least one. */
        TICKED,
        /** With the ticked codes, marked to be looked at again. */
        TICKED_WITH_DOUBT,
        /** No code applies. */
        NONE
    }

    /** Whether there are suggestions for a question, so that verifying makes sense. */
    public boolean canVerify(StudyName study, QuestionName question) {
        return database.suggestions().any(study, question) || live.isReady(study, question);
    }

    /** Opens the screen on an answer, or on the first of the queue, after reading everything again. */
    public ReviewScreen open(Place place, @Nullable AnswerId answer) {
        return sessions.reopen(place.assignment(), session -> {
            Optional.ofNullable(answer).ifPresent(session::show);
            return new ReviewPresenter(session, place).screen(answer, null);
        });
    }

    /** Shows an answer. */
    public ReviewScreen show(Place place, AnswerId answer) {
        return at(place, view -> {
            view.session().show(answer);
            return view.screen(answer, null);
        });
    }

    /** Ticks a code of an answer, or unticks it; stored as one decision. */
    public ReviewScreen toggle(Place place, AnswerId id, CodeId code) {
        return once(place, id, view -> {
            Answer answer = view.answer(id);
            if (view.session().codebook().byId(code).isEmpty()) {
                throw new RefusedException(Message.of("workflow.model.code.unknown"));
            }
            boolean ticked = view.ticked(id).contains(code);
            Decision.Verdict verdict = ticked ? Decision.Verdict.DOES_NOT_APPLY : Decision.Verdict.APPLIES;
            store(view, answer, Map.of(code, verdict), null, false);
            return view.screen(id, null);
        });
    }

    /** Creates a code of that name, unless there is one, and ticks it. */
    public ReviewScreen create(Place place, AnswerId id, String name) {
        return once(place, id, view -> {
            Answer answer = view.answer(id);
            Code code = new EditCodebook(workspace)
                    .add(place.study(), place.question(), name, place.coder().value());
            view.session().refreshCodebook();
            store(view, answer, Map.of(code.id(), Decision.Verdict.APPLIES), null, false);
            return view.screen(id, Message.of("workflow.review.created", code.name()));
        });
    }

    /**
     * Finishes an answer and goes on to the next of the queue. With {@link Way#CODE_FIRST} the answer stays once if the
     * model suggests codes that the coder did not tick. With nothing ticked, nothing is stored.
     */
    public ReviewScreen finish(Place place, AnswerId id, Ending ending) {
        return once(place, id, view -> finish(view, view.answer(id), ending));
    }

    private ReviewScreen finish(ReviewPresenter view, Answer answer, Ending ending) {
        AnswerId id = answer.id();
        Set<CodeId> ticked = ending == Ending.NONE ? Set.of() : view.ticked(id);
        if (ticked.isEmpty() && ending != Ending.NONE) {
            return view.screen(id, Message.of("workflow.review.nothing"));
        }
        Optional<Coding> before = view.session().codings.own(id);
        Set<CodeId> applied = before.map(Coding::applied).orElse(Set.of());
        boolean wasFinished = before.map(Coding::finished).orElse(false);
        boolean doubt = ending == Ending.TICKED_WITH_DOUBT;
        boolean newDoubt = doubt && !before.map(Coding::doubt).orElse(false);
        boolean sawNothing = !view.showsSuggestions(id);
        AnswerId next = view.next(id);
        boolean reconsidered = view.session().isToReconsider(view.place().queue(), id);
        if (!wasFinished || !applied.equals(ticked) || newDoubt || reconsidered) {
            store(view, answer, QuestionCodings.changes(applied, ticked), true, doubt);
        }
        boolean suggestsMore = view.session().proposed(id).stream().anyMatch(code -> !ticked.contains(code));
        if (!wasFinished && sawNothing && suggestsMore) {
            return view.screen(id, null);
        }
        if (next == null) {
            return view.screen(null, null);
        }
        view.session().show(next);
        return view.screen(next, Message.of("workflow.review.stored"));
    }

    /** Takes the coder's latest act back and shows the answer it was about. */
    public ReviewScreen undo(Place place, @Nullable AnswerId id) {
        return once(
                place,
                id,
                view -> touched(view, id, stored(view, () -> database.codings().undo(place.assignment())), "undone"));
    }

    /** Does again what was undone last and shows the answer it was about. */
    public ReviewScreen redo(Place place, @Nullable AnswerId id) {
        return once(
                place,
                id,
                view -> touched(view, id, stored(view, () -> database.codings().redo(place.assignment())), "redone"));
    }

    private static ReviewScreen touched(
            ReviewPresenter view, @Nullable AnswerId id, List<AnswerId> touched, String what) {
        if (touched.isEmpty()) {
            return view.screen(id, Message.of("workflow.review." + what + ".nothing"));
        }
        view.session().refresh(touched);
        view.session().show(touched.get(0));
        return view.screen(touched.get(0), Message.of("workflow.review." + what));
    }

    /** The material for the help beside an answer, without anything that the coder must not see yet. */
    VisibleMaterial material(Place place, AnswerId id) {
        return at(place, view -> view.material(id));
    }

    /** Writes a note beside an answer; an empty text takes it away. */
    public ReviewScreen note(Place place, AnswerId id, String text) {
        return at(place, view -> {
            database.codings().note(view.answer(id).id(), place.coder(), text.strip());
            return view.screen(id, Message.of("workflow.review.noted"));
        });
    }

    /** The respondent's attributes; that the coder looked at them is stored. */
    public Map<String, String> attributes(Place place, AnswerId id) {
        Answer answer = at(place, view -> view.answer(id));
        database.codings().glance(id, place.coder());
        return database.answers().respondents(place.study()).stream()
                .filter(respondent -> respondent.wave().equals(answer.wave())
                        && respondent.id().equals(answer.respondent()))
                .findFirst()
                .map(Respondent::attributes)
                .orElse(Map.of());
    }

    /**
     * Does an act unless it was done before and sent again, since the page did not hear of it, or the coder's coding has
     * changed elsewhere.
     */
    private ReviewScreen once(Place place, @Nullable AnswerId id, Function<ReviewPresenter, ReviewScreen> act) {
        return at(place, view -> {
            if (place.sent().isStored(database)) {
                AnswerId shown = id != null && view.session().codings.isFinished(id) ? view.next(id) : id;
                return view.screen(shown, Message.of("workflow.review.stored"));
            }
            if (id != null) {
                Optional<Coding> stored = database.codings().of(view.answer(id).id(), place.coder());
                if (!stored.equals(view.session().codings.own(id))) {
                    view.session().refresh(List.of(id));
                }
                place.sent().refuseUnseen(stored);
            }
            return act.apply(view);
        });
    }

    private <T> T stored(ReviewPresenter view, Supplier<T> act) {
        return view.place().sent().store(database, view.place().assignment(), act);
    }

    private <T> T at(Place place, Function<ReviewPresenter, T> request) {
        return sessions.use(place.assignment(), session -> request.apply(new ReviewPresenter(session, place)));
    }

    private void store(
            ReviewPresenter view,
            Answer answer,
            Map<CodeId, Decision.Verdict> verdicts,
            @Nullable Boolean finished,
            boolean doubt) {
        ReviewSession session = view.session();
        if (view.showsSuggestions(answer.id())) {
            session.sawSuggestions(answer.id());
        }
        Optional<ModelName> seen = session.seenModel(answer.id());
        Provenance provenance = new Provenance(
                workspace.clock().instant(),
                session.codebook().version(),
                seen.isPresent() ? Provenance.Manner.ASSISTED : Provenance.Manner.BLIND,
                seen.orElse(null),
                view.place().queue().shown());
        Codings.Statement statement = new Codings.Statement(answer.id(), verdicts, finished, doubt, provenance);
        stored(view, () -> database.codings().store(session.assignment, List.of(statement)));
        session.refresh(List.of(answer.id()));
    }
}
