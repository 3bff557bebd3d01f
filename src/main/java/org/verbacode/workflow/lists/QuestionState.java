package org.verbacode.workflow.lists;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.ModelName;
import org.verbacode.store.Codings.Assignment;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.Question;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.coders.OpenRounds;
import org.verbacode.workflow.model.LiveModels;
import org.verbacode.workflow.model.LiveQuestion;
import org.verbacode.workflow.model.QuestionSuggestions;
import org.verbacode.workflow.review.BlindAnswers;
import org.verbacode.workflow.review.CurrentSuggestions;

/** A question as one coder sees it now: answers, the coder's codings, the others' finished codings. */
final class QuestionState {
    final Assignment assignment;
    final Question question;
    final Codebook codebook;
    final List<Answer> answers;
    final BlindAnswers blind;
    final Optional<LiveQuestion> live;
    private final Workspace workspace;
    private final Map<AnswerId, Answer> byId = new LinkedHashMap<>();
    private final Map<AnswerId, Coding> own = new HashMap<>();
    private final Map<AnswerId, List<Coding>> others = new HashMap<>();

    /** @throws RefusedException if there is no such study or question */
    QuestionState(Workspace workspace, LiveModels models, ListPlace place) {
        this.workspace = workspace;
        this.assignment = place.assignment();
        Database database = workspace.database();
        question = new ListStudies(workspace).question(assignment.study(), assignment.question());
        codebook = database.codebooks().current(question.study(), question.name());
        answers = database.answers().given(question.study(), question.name());
        answers.forEach(answer -> byId.put(answer.id(), answer));
        for (Coding coding : database.codings().ofQuestion(question.study(), question.name())) {
            if (coding.coder().equals(assignment.coder())) {
                own.put(coding.answer(), coding);
            } else if (coding.finished()) {
                others.computeIfAbsent(coding.answer(), unused -> new ArrayList<>())
                        .add(coding);
            }
        }
        blind = BlindAnswers.of(
                own.values(),
                OpenRounds.of(workspace, question.study(), question.name()).hiddenFrom(assignment.coder()));
        live = models.follow(
                question,
                database.studies()
                        .currentModel(question.study(), question.name())
                        .map(ModelName::new),
                codebook,
                answers);
    }

    /**
     * The answer of an id.
     *
     * @throws RefusedException if the question has no such answer
     */
    Answer answer(AnswerId id) {
        Answer answer = byId.get(id);
        if (answer == null) {
            throw new RefusedException(Message.of("workflow.answer.unknown"));
        }
        return answer;
    }

    /** The coder's own coding. */
    Optional<Coding> own(AnswerId answer) {
        return Optional.ofNullable(own.get(answer));
    }

    /** The finished codings of the other coders. */
    List<Coding> others(AnswerId answer) {
        return others.getOrDefault(answer, List.of());
    }

    /** The other coders who have finished any answer, by name. */
    List<CoderName> otherCoders() {
        return others.values().stream()
                .flatMap(List::stream)
                .map(Coding::coder)
                .distinct()
                .sorted(Comparator.comparing(CoderName::value))
                .toList();
    }

    boolean isFinished(AnswerId answer) {
        return own(answer).map(Coding::finished).orElse(false);
    }

    /** Whether no coder has finished an answer. */
    boolean isToDo(AnswerId answer) {
        return !isFinished(answer) && !others.containsKey(answer);
    }

    /** Whether the coder may code an answer together with others: nobody has finished it, and it is in no round. */
    boolean isFree(AnswerId answer) {
        return isToDo(answer) && !blind.isInRound(answer);
    }

    /** Whether a code may be taken or refused in a list of proposals. */
    boolean isOpen(AnswerId answer, CodeId code) {
        return isToDo(answer)
                && !blind.isBlind(answer)
                && !own(answer).map(Coding::considered).orElse(Map.of()).containsKey(code);
    }

    /**
     * Whether a code may be given to an answer, finished or not: it does not apply yet, and the answer is in no round.
     *
     * @param denied whether it may although the coder has decided that it does not apply
     */
    boolean mayGive(AnswerId answer, CodeId code, boolean denied) {
        Boolean verdict = own(answer).map(Coding::considered).orElse(Map.of()).get(code);
        return !blind.isInRound(answer) && (verdict == null || (denied && !verdict));
    }

    /** The codes of a set in the order of the codebook. */
    List<Code> codes(Set<CodeId> ids) {
        return codebook.codes().stream().filter(code -> ids.contains(code.id())).toList();
    }

    /** The suggestions as they are now. */
    QuestionSuggestions suggestions() {
        return CurrentSuggestions.of(workspace, question, live);
    }

    /** Stores that the coder sees the suggestions of these answers: later decisions on them count as assisted. */
    void see(List<AnswerId> shown, QuestionSuggestions suggestions) {
        Database database = workspace.database();
        Map<AnswerId, ModelName> seen =
                database.suggestions().seen(question.study(), question.name(), assignment.coder());
        database.inTransaction(() -> {
            for (AnswerId answer : shown) {
                suggestions
                        .by(answer)
                        .filter(model -> !model.equals(seen.get(answer)))
                        .ifPresent(model -> database.suggestions().see(answer, assignment.coder(), model));
            }
            return shown.size();
        });
    }
}
