package org.verbacode.workflow.review;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Decision;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Provenance;
import org.verbacode.store.Codings;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.Question;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.codebook.EditCodebook;
import org.verbacode.workflow.model.LiveModels;
import org.verbacode.workflow.model.LiveSuggestions;
import org.verbacode.workflow.search.SearchAnswers;

/**
 * A coder goes from answer to answer, by oneself or checking what the model says. Every act is in the database before
 * this returns; what the coder could see of the model is stored with it.
 */
public final class ReviewAnswers {
    private static final int DESKS = 12;
    private static final int BLIND_EVERY = 10;

    private final Workspace workspace;
    private final Database database;
    private final ListStudies studies;
    private final SearchAnswers search;
    private final LiveModels live;
    private final Proposals proposals;
    private final Map<Codings.Desk, ReviewSession> desks = new LinkedHashMap<>(16, 0.75f, true);

    /** @param live learn while people code, so that suggestions follow */
    public ReviewAnswers(Workspace workspace, SearchAnswers search, LiveModels live) {
        this.workspace = workspace;
        this.live = live;
        this.search = search;
        this.database = workspace.database();
        this.studies = new ListStudies(workspace);
        this.proposals = new Proposals(workspace.models());
    }

    /** How the coder works. */
    public enum Way {
        /** The model's codes stand ticked and the coder corrects them; one answer in ten comes blind. */
        VERIFY,
        /** The coder decides first and then sees what the model proposed besides. */
        CODE_FIRST
    }

    /** Where the coder is. */
    public record Place(StudyName study, QuestionName question, CoderName coder, ReviewQueue queue, Way way) {
        /** The same place with another queue. */
        public Place with(ReviewQueue other) {
            return new Place(study, question, coder, other, way);
        }
    }

    /** How a finished answer is left. */
    public enum Ending {
        /** With the codes that stand ticked, of which there must be one. */
        TICKED,
        /** With those, and to be looked at again. */
        TICKED_WITH_DOUBT,
        /** No code applies. */
        NONE
    }

    /** Whether the model has something to say about a question, so that verifying makes sense. */
    public synchronized boolean canVerify(StudyName study, QuestionName question, CoderName coder) {
        return desk(study, question, coder).hasSuggestions();
    }

    /** Opens the screen on an answer, or on the first of the queue, having read everything again. */
    public synchronized ReviewScreen open(Place place, @Nullable AnswerId answer) {
        ReviewSession desk = reopened(place);
        Optional.ofNullable(answer).ifPresent(desk::show);
        return screen(place, answer, null);
    }

    /** Shows an answer. */
    public synchronized ReviewScreen show(Place place, AnswerId answer) {
        desk(place).show(answer);
        return screen(place, answer, null);
    }

    /** Ticks a code of an answer, or unticks it; stored as one decision. */
    public synchronized ReviewScreen toggle(Place place, AnswerId id, CodeId code) {
        ReviewSession desk = desk(place);
        Answer answer = known(desk, id);
        if (desk.codebook().byId(code).isEmpty()) {
            throw new RefusedException(Message.of("workflow.model.code.unknown"));
        }
        boolean ticked = ticked(desk, place, answer).contains(code);
        Decision.Verdict verdict = ticked ? Decision.Verdict.DOES_NOT_APPLY : Decision.Verdict.APPLIES;
        store(desk, place, answer, Map.of(code, verdict), null, false);
        return screen(place, id, null);
    }

    /** Creates a code of that name, unless there is one, and ticks it. */
    public synchronized ReviewScreen create(Place place, AnswerId id, String name) {
        ReviewSession desk = desk(place);
        Answer answer = known(desk, id);
        Code code = new EditCodebook(workspace).add(place.study(), place.question(), name);
        desk.codebookChanged();
        store(desk, place, answer, Map.of(code.id(), Decision.Verdict.APPLIES), null, false);
        return screen(place, id, Message.of("workflow.review.created", code.name()));
    }

    /**
     * Finishes an answer and goes on to the next of the queue; with {@link Way#CODE_FIRST}, stays once if the model
     * proposed codes the coder did not tick. With nothing ticked, nothing is stored.
     */
    public synchronized ReviewScreen finish(Place place, AnswerId id, Ending ending) {
        ReviewSession desk = desk(place);
        Answer answer = known(desk, id);
        Set<CodeId> ticked = ending == Ending.NONE ? Set.of() : ticked(desk, place, answer);
        if (ticked.isEmpty() && ending != Ending.NONE) {
            return screen(place, id, Message.of("workflow.review.nothing"));
        }
        Optional<Coding> before = desk.coding(id);
        boolean wasFinished = before.map(Coding::finished).orElse(false);
        boolean doubt = ending == Ending.TICKED_WITH_DOUBT;
        boolean sawNothing = !seesSuggestions(desk, place, id);
        AnswerId next = neighbour(desk, place, id, 1);
        boolean changes = !wasFinished
                || !before.map(Coding::applied).orElse(Set.of()).equals(ticked)
                || (doubt && !before.map(Coding::doubt).orElse(false));
        if (changes) {
            Map<CodeId, Decision.Verdict> verdicts = new LinkedHashMap<>();
            ticked.forEach(code -> verdicts.put(code, Decision.Verdict.APPLIES));
            Set<CodeId> dropped =
                    new LinkedHashSet<>(before.map(Coding::applied).orElse(Set.of()));
            dropped.removeAll(ticked);
            dropped.forEach(code -> verdicts.put(code, Decision.Verdict.DOES_NOT_APPLY));
            before.map(Coding::applied).orElse(Set.of()).forEach(code -> {
                if (ticked.contains(code)) {
                    verdicts.remove(code);
                }
            });
            store(desk, place, answer, verdicts, true, doubt);
        }
        boolean modelHasMore = desk.proposed(id).stream().anyMatch(code -> !ticked.contains(code));
        if (!wasFinished && sawNothing && modelHasMore) {
            return screen(place, id, null);
        }
        if (next == null) {
            return screen(place, null, null);
        }
        desk.show(next);
        return screen(place, next, Message.of("workflow.review.stored"));
    }

    /** Takes the coder's latest act back and shows the answer it was about. */
    public synchronized ReviewScreen undo(Place place, @Nullable AnswerId id) {
        return again(place, id, database.codings().undo(desk(place).desk), "undone");
    }

    /** Does again what was undone last and shows the answer it was about. */
    public synchronized ReviewScreen redo(Place place, @Nullable AnswerId id) {
        return again(place, id, database.codings().redo(desk(place).desk), "redone");
    }

    private ReviewScreen again(Place place, @Nullable AnswerId id, List<AnswerId> touched, String what) {
        desk(place).changed(touched);
        touched.stream().limit(1).forEach(desk(place)::show);
        return touched.isEmpty()
                ? screen(place, id, Message.of("workflow.review." + what + ".nothing"))
                : screen(place, touched.get(0), Message.of("workflow.review." + what));
    }

    /**
     * What may be shown around an answer without telling the coder what must not be seen yet.
     *
     * @param model whose suggestions are in view; empty for none
     * @param shown the codes in view that the model proposes or thinks worth a look
     * @param proposed those of them that it proposes
     * @param coded other answers already coded, one for all of the same words; empty while the answer is to be coded blind
     * @param live what the suggestions come from, if that is a live model
     */
    record Sight(
            Answer answer,
            Optional<ModelName> model,
            List<CodeId> shown,
            List<CodeId> proposed,
            Map<AnswerId, IdenticalAnswers> coded,
            Optional<LiveSuggestions> live) {}

    synchronized Sight sight(Place place, AnswerId id) {
        ReviewSession desk = desk(place);
        Answer answer = known(desk, id);
        boolean sees = seesSuggestions(desk, place, id);
        boolean blind = !sees && !desk.suggestions(id).isEmpty();
        return new Sight(
                answer,
                sees ? desk.suggestedBy(id) : Optional.empty(),
                sees
                        ? proposals(desk, id).stream()
                                .map(proposal -> proposal.code().id())
                                .toList()
                        : List.of(),
                desk.proposed(id),
                blind ? Map.of() : desk.codedBeside(id, sees),
                sees ? desk.live(id) : Optional.empty());
    }

    /** Writes a note beside an answer; an empty text takes it away. */
    public synchronized ReviewScreen note(Place place, AnswerId id, String text) {
        known(desk(place), id);
        database.codings().note(id, place.coder(), text.strip());
        return screen(place, id, Message.of("workflow.review.noted"));
    }

    /** The respondent's attributes; that the coder looked at them is kept. */
    public synchronized Map<String, String> attributes(Place place, AnswerId id) {
        Answer answer = known(desk(place), id);
        database.codings().glance(id, place.coder());
        return database.answers().respondents(place.study()).stream()
                .filter(respondent -> respondent.wave().equals(answer.wave())
                        && respondent.id().equals(answer.respondent()))
                .findFirst()
                .map(respondent -> respondent.attributes())
                .orElse(Map.of());
    }

    private void store(
            ReviewSession desk,
            Place place,
            Answer answer,
            Map<CodeId, Decision.Verdict> verdicts,
            @Nullable Boolean finished,
            boolean doubt) {
        if (seesSuggestions(desk, place, answer.id())) {
            desk.sawSuggestions(answer.id());
        }
        Optional<ModelName> seen = desk.seenModel(answer.id());
        Provenance provenance = new Provenance(
                workspace.clock().instant(),
                desk.codebook().version(),
                seen.isPresent() ? Provenance.Manner.ASSISTED : Provenance.Manner.BLIND,
                seen.orElse(null),
                place.queue().order().shown());
        database.codings()
                .store(desk.desk, List.of(new Codings.Statement(answer.id(), verdicts, finished, doubt, provenance)));
        desk.changed(List.of(answer.id()));
    }

    /** The same desk with everything read again. */
    private ReviewSession reopened(Place place) {
        Codings.Desk key = new Codings.Desk(place.study(), place.question(), place.coder());
        Question question = studies.question(place.study(), place.question());
        ReviewSession desk =
                new ReviewSession(workspace, search, live, proposals, question, place.coder(), desks.get(key));
        desks.put(key, desk);
        return desk;
    }

    private ReviewSession desk(Place place) {
        return desk(place.study(), place.question(), place.coder());
    }

    private ReviewSession desk(StudyName study, QuestionName name, CoderName coder) {
        Codings.Desk key = new Codings.Desk(study, name, coder);
        ReviewSession desk = desks.get(key);
        if (desk == null) {
            Question question = studies.question(study, name);
            desk = new ReviewSession(workspace, search, live, proposals, question, coder, null);
            desks.put(key, desk);
            if (desks.size() > DESKS) {
                desks.remove(desks.keySet().iterator().next());
            }
        }
        return desk;
    }

    private static Answer known(ReviewSession desk, AnswerId id) {
        return desk.answer(id).orElseThrow(() -> new RefusedException(Message.of("workflow.answer.unknown")));
    }

    /** One answer in ten, always the same ones whoever verifies: their codings keep the figures honest. */
    private static boolean comesBlind(AnswerId id) {
        return Integer.parseInt(id.value().substring(0, 6), 16) % BLIND_EVERY == 0;
    }

    private static boolean seesSuggestions(ReviewSession desk, Place place, AnswerId id) {
        boolean finished = desk.coding(id).map(Coding::finished).orElse(false);
        boolean verifies = place.way() == Way.VERIFY && !comesBlind(id);
        return !desk.suggestions(id).isEmpty()
                && (finished || verifies || desk.seenModel(id).isPresent());
    }

    private static Set<CodeId> ticked(ReviewSession desk, Place place, Answer answer) {
        Optional<Coding> coding = desk.coding(answer.id());
        Set<CodeId> ticked = new LinkedHashSet<>(coding.map(Coding::applied).orElse(Set.of()));
        boolean modelTicks = place.way() == Way.VERIFY
                && !comesBlind(answer.id())
                && !coding.map(Coding::finished).orElse(false);
        if (modelTicks) {
            Map<CodeId, Boolean> considered = coding.map(Coding::considered).orElse(Map.of());
            desk.proposed(answer.id()).stream()
                    .filter(code -> !considered.containsKey(code))
                    .forEach(ticked::add);
        }
        return ticked;
    }

    private static @Nullable AnswerId neighbour(ReviewSession desk, Place place, AnswerId id, int step) {
        List<Answer> order = desk.inOrder(place.queue());
        int here = -1;
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).id().equals(id)) {
                here = i;
            }
        }
        for (int i = here + step; i >= 0 && i < order.size(); i += step) {
            if (desk.having(place.queue().status()).test(order.get(i))) {
                return order.get(i).id();
            }
        }
        if (step < 0 || here < 0) {
            return null;
        }
        // Those put off with "later" come round again.
        return order.stream()
                .limit(here)
                .filter(desk.having(place.queue().status()))
                .map(Answer::id)
                .findFirst()
                .orElse(null);
    }

    private ReviewScreen screen(Place place, @Nullable AnswerId id, @Nullable Message notice) {
        ReviewSession desk = desk(place);
        List<Answer> waiting = desk.inOrder(place.queue()).stream()
                .filter(desk.having(place.queue().status()))
                .toList();
        Answer answer =
                id != null ? known(desk, id) : waiting.stream().findFirst().orElse(null);
        return new ReviewScreen(
                desk.question,
                desk.waves,
                desk.codebook(),
                place,
                desk.model,
                desk.isLive(),
                answer == null ? null : shown(desk, place, answer),
                waiting.size(),
                desk.finished(),
                desk.given(),
                desk.toDoByCode(),
                notice);
    }

    private ReviewScreen.Shown shown(ReviewSession desk, Place place, Answer answer) {
        AnswerId id = answer.id();
        Optional<Coding> coding = desk.coding(id);
        boolean sees = seesSuggestions(desk, place, id);
        if (sees) {
            desk.sawSuggestions(id);
        }
        Set<CodeId> ticked = ticked(desk, place, answer);
        List<Code> codes = desk.codebook().codes();
        boolean finished = coding.map(Coding::finished).orElse(false);
        List<Code> also = finished && sees
                ? desk.proposed(id).stream()
                        .filter(code -> !ticked.contains(code))
                        .flatMap(code -> desk.codebook().byId(code).stream())
                        .toList()
                : List.of();
        return new ReviewScreen.Shown(
                answer,
                desk.question.wordingIn(answer.wave()),
                codes.stream().filter(code -> ticked.contains(code.id())).toList(),
                coding.map(Coding::applied).orElse(Set.of()),
                finished,
                coding.map(Coding::doubt).orElse(false),
                database.codings().note(id, place.coder()),
                sees ? proposals(desk, id) : List.of(),
                also,
                place.way() == Way.VERIFY && !sees && !desk.suggestions(id).isEmpty(),
                desk.alike(answer),
                desk.others(id),
                neighbour(desk, place, id, -1),
                neighbour(desk, place, id, 1));
    }

    private List<ReviewScreen.Proposal> proposals(ReviewSession desk, AnswerId id) {
        return Proposals.of(desk.suggestions(id), desk.lines(id), desk.codebook());
    }
}
