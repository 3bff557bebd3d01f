package org.verbacode.workflow.review;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Reply;
import org.verbacode.coding.Round;
import org.verbacode.coding.Suggestion;
import org.verbacode.learning.ModelCard;
import org.verbacode.store.Codings.Assignment;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Question;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.codebook.CodebookHistory;
import org.verbacode.workflow.coders.OpenRounds;
import org.verbacode.workflow.model.LiveModels;
import org.verbacode.workflow.model.LiveQuestion;
import org.verbacode.workflow.model.LiveSuggestions;
import org.verbacode.workflow.model.QuestionSuggestions;
import org.verbacode.workflow.search.SearchAnswers;

/**
 * The data that one coder's work on one question needs in memory, so that the next answer comes at once. It is read
 * when the screen is opened; each act then refreshes the answers that it touched. Not for several threads.
 */
final class ReviewSession {
    final Assignment assignment;
    final Question question;
    final List<WaveName> waves;
    final Optional<ModelName> model;
    final QuestionCodings codings;
    final IdenticalTexts texts;
    final Set<AnswerId> hidden;
    private final List<Round> rounds;
    private final Database database;
    private final List<Answer> answers;
    private final Map<AnswerId, Answer> byId = new HashMap<>();
    private final LiveModels liveModels;
    private final Proposals proposals;
    private Optional<LiveQuestion> live;
    private final DisplayedSuggestions displayed;
    private final Map<AnswerId, ModelName> seen;
    private final Map<AnswerId, List<Reply>> replies;
    private final QueueOrders orders;
    private final UncodedCounts uncoded;
    private final CodebookHistory history;
    private final Map<CodeId, Integer> definedIn = new HashMap<>();
    private final Map<ReviewQueue, QueueProgress> queues = new HashMap<>();
    private Codebook codebook;
    private @Nullable StoredSuggestions stored;

    /** @param displayed the suggestions on the coder's open screens */
    ReviewSession(
            Workspace workspace,
            SearchAnswers search,
            LiveModels liveModels,
            Proposals proposals,
            Question question,
            Assignment assignment,
            DisplayedSuggestions displayed) {
        this.database = workspace.database();
        this.liveModels = liveModels;
        this.proposals = proposals;
        this.displayed = displayed;
        this.question = question;
        this.assignment = assignment;
        model = database.studies()
                .currentModel(question.study(), question.name())
                .map(ModelName::new);
        waves = database.studies().waves(question.study());
        codebook = database.codebooks().current(question.study(), question.name());
        answers = database.answers().given(question.study(), question.name());
        answers.forEach(answer -> byId.put(answer.id(), answer));
        texts = new IdenticalTexts(answers);
        codings = new QuestionCodings(database.codings(), assignment);
        OpenRounds open = OpenRounds.of(workspace, question.study(), question.name());
        hidden = open.hiddenFrom(assignment.coder());
        rounds = database.rounds().of(question.study(), question.name()).stream()
                .filter(round -> round.isOf(assignment.coder()))
                .toList();
        history = new CodebookHistory(workspace);
        orders = new QueueOrders(workspace, search, question, assignment.coder(), answers, hidden);
        uncoded = new UncodedCounts(answers.stream().map(Answer::id).toList(), hidden, codings::isToDo);
        live = liveModels.follow(question, model, codebook, answers);
        seen = database.suggestions().seen(question.study(), question.name(), assignment.coder());
        replies = database.coders().replies(question.study(), question.name()).stream()
                .filter(reply -> reply.coder().equals(assignment.coder()))
                .collect(Collectors.groupingBy(Reply::answer));
    }

    Codebook codebook() {
        return codebook;
    }

    /** Reads the codebook again. */
    void refreshCodebook() {
        codebook = database.codebooks().current(question.study(), question.name());
        definedIn.clear();
        live = liveModels.follow(question, model, codebook, answers);
    }

    Optional<Answer> answer(AnswerId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Number of answers that respondents gave to the question. */
    int given() {
        return answers.size();
    }

    /** Number of answers that this coder or another has finished. */
    int finished() {
        return answers.size() - uncoded.count();
    }

    /** The note that the coder wrote beside an answer; empty if there is none. */
    String note(AnswerId answer) {
        return database.codings().note(answer, assignment.coder());
    }

    /** The replies to the coder's doubt or note on an answer, oldest first. */
    List<Reply> replies(AnswerId answer) {
        return replies.getOrDefault(answer, List.of());
    }

    /** Reads the coder's codings of these answers again; the live model learns them. */
    void refresh(List<AnswerId> touched) {
        codings.refresh(touched);
        for (AnswerId answer : touched) {
            uncoded.update(answer, codings.isToDo(answer));
            queues.forEach((queue, progress) -> progress.update(answer, isWaiting(queue, answer)));
        }
        live.ifPresent(following -> following.decided(touched));
    }

    /** All answers of a queue in their order, whatever their status; later decisions do not change the order. */
    List<Answer> ordered(ReviewQueue queue) {
        return orders.of(queue, current(), codings.own());
    }

    /** Which answers of a queue wait for the coder. */
    QueueProgress progress(ReviewQueue queue) {
        return queues.computeIfAbsent(
                queue, unused -> new QueueProgress(ordered(queue), answer -> isWaiting(queue, answer)));
    }

    /** The answers of a queue that have its status, in their order. */
    List<Answer> waiting(ReviewQueue queue) {
        return ordered(queue).stream()
                .filter(answer -> isWaiting(queue, answer.id()))
                .toList();
    }

    /** The first answer to check, whose suggestions are then at hand. */
    Optional<Answer> firstToCheck() {
        ReviewQueue queue = new ReviewQueue(ReviewQueue.Order.TO_CHECK, null, null, ReviewQueue.Status.TO_DO, "");
        Optional<Answer> first = Optional.ofNullable(progress(queue).first());
        first.ifPresent(answer -> current().lines(answer.id()));
        return first;
    }

    /** Whether an answer has the status of a queue; in a round, what others have done does not count. */
    boolean isWaiting(ReviewQueue queue, AnswerId answer) {
        if (isToReconsider(queue, answer)) {
            return true;
        }
        boolean ownWork = queue.order() == ReviewQueue.Order.DRAW && queue.status() == ReviewQueue.Status.TO_DO;
        return ownWork ? !codings.isFinished(answer) : !queue.reconsiders() && codings.has(queue.status(), answer);
    }

    /** Whether the code of a queue is to be considered again on an answer. */
    boolean isToReconsider(ReviewQueue queue, AnswerId answer) {
        CodeId code = queue.code();
        return queue.reconsiders()
                && code != null
                && !hidden.contains(answer)
                && codings.isToReconsider(
                        answer,
                        code,
                        definedIn.computeIfAbsent(
                                code, asked -> history.definedIn(question.study(), question.name(), asked)));
    }

    /** The rounds in which the coder has answers to code, with their number. */
    Map<Round, Integer> roundsToDo() {
        Map<Round, Integer> toDo = new LinkedHashMap<>();
        for (Round round : rounds) {
            int left = (int) round.draw().answers().stream()
                    .filter(answer -> byId.containsKey(answer) && !codings.isFinished(answer))
                    .count();
            if (left > 0) {
                toDo.put(round, left);
            }
        }
        return toDo;
    }

    /** The answers that a search found, best first. */
    Map<AnswerId, SearchAnswers.Match> found(String typed) {
        return orders.found(typed);
    }

    private Optional<LiveSuggestions> live() {
        return live.flatMap(LiveQuestion::now);
    }

    /** The live model's suggestions once there is one, until then those of the saved version. */
    private QuestionSuggestions current() {
        QuestionSuggestions current = live().orElse(null);
        return current == null ? stored() : current;
    }

    /** The stored suggestions, which are read only where there is no live model. */
    private StoredSuggestions stored() {
        StoredSuggestions read = stored;
        if (read == null) {
            read = new StoredSuggestions(database, question, proposals);
            stored = read;
        }
        return read;
    }

    /** Whether the suggestions follow each decision. */
    boolean isLive() {
        return live().isPresent();
    }

    /** An answer comes on the screen: its current suggestions are those that the coder responds to. */
    void show(AnswerId answer) {
        displayed.refresh(answer, current());
    }

    private DisplayedSuggestions.Displayed displayed(AnswerId answer) {
        return displayed.of(answer, current());
    }

    List<Suggestion> suggestions(AnswerId answer) {
        return hidden.contains(answer) ? List.of() : displayed(answer).suggestions();
    }

    /** The model version that made the suggestions of an answer. */
    Optional<ModelName> suggestedBy(AnswerId answer) {
        return displayed(answer).by();
    }

    /** Quality of the version that made the suggestions of an answer, by the code's id. */
    Map<String, ModelCard.CodeLine> lines(AnswerId answer) {
        return displayed(answer).lines();
    }

    /** The live model that can explain the suggestions of an answer; empty if a saved version made them. */
    Optional<LiveSuggestions> explaining(AnswerId answer) {
        return suggestedBy(answer).filter(ModelName::isLive).flatMap(unused -> live());
    }

    /** The codes suggested for an answer that are still in the codebook. */
    List<CodeId> proposed(AnswerId answer) {
        return suggestions(answer).stream()
                .filter(Suggestion::proposed)
                .map(Suggestion::code)
                .filter(code -> codebook.byId(code).isPresent())
                .toList();
    }

    /** Stores that the coder saw the suggestions of an answer: later decisions on it count as assisted. */
    void sawSuggestions(AnswerId answer) {
        ModelName by = suggestedBy(answer).orElse(null);
        if (by != null && !by.equals(seen.get(answer))) {
            database.suggestions().see(answer, assignment.coder(), by);
            seen.put(answer, by);
        }
    }

    /** The model version whose suggestions for an answer the coder has seen, in this session or before. */
    Optional<ModelName> seenModel(AnswerId answer) {
        return Optional.ofNullable(seen.get(answer));
    }

    /** Number of unfinished answers that the model gives each code. */
    Map<CodeId, Integer> toDoByCode() {
        Map<CodeId, Integer> counts =
                new LinkedHashMap<>(uncoded.byCode(current().proposed()));
        counts.values().removeIf(count -> count == 0);
        counts.keySet().removeIf(code -> codebook.byId(code).isEmpty());
        return counts;
    }
}
