package org.verbacode.workflow.lists;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Decision.Verdict;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Provenance;
import org.verbacode.store.Codings.Statement;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.LiveModels;
import org.verbacode.workflow.model.QuestionSuggestions;
import org.verbacode.workflow.review.IdenticalTexts;

/**
 * Codes many answers in one act, which one undo takes back. The decisions are marked {@link Provenance.Manner#BULK}.
 * Answers on which the coder has decided in the meantime are left as they are.
 */
public final class CodeTogether {
    private final Workspace workspace;
    private final LiveModels live;

    public CodeTogether(Workspace workspace, LiveModels live) {
        this.workspace = workspace;
        this.live = live;
    }

    /**
     * What became of the answers.
     *
     * @param coded number of answers decided on
     * @param left number of answers left as they are
     */
    public record Outcome(int coded, int left) {}

    /**
     * Takes or refuses a code that the model proposes for these answers.
     *
     * @param finish whether the answers are finished as well; all other codes then do not apply
     * @throws RefusedException if the codebook has no such code or the question no such answer
     */
    public Outcome decide(ListPlace place, CodeId code, Verdict verdict, List<AnswerId> answers, boolean finish) {
        QuestionState state = new QuestionState(workspace, live, place);
        requireCode(state, code);
        QuestionSuggestions suggestions = state.suggestions();
        Map<AnswerId, ModelName> seen = seen(place);
        Set<AnswerId> asked = new LinkedHashSet<>(answers);
        List<Statement> statements = asked.stream()
                .map(state::answer)
                .map(Answer::id)
                .filter(answer -> state.isOpen(answer, code))
                .map(answer -> new Statement(
                        answer,
                        Map.of(code, verdict),
                        finish ? Boolean.TRUE : null,
                        false,
                        bulk(
                                state,
                                Optional.ofNullable(seen.get(answer)).or(() -> suggestions.by(answer)),
                                Provenance.Shown.BY_CODE)))
                .toList();
        return store(state, statements, asked.size());
    }

    /**
     * Gives a code to answers that a coder chose in a list or found by a search. They stay finished or not; answers of open
     * rounds are left.
     *
     * @param shown how the coder came to the answers
     * @param seen whether the coder chose each of them; else those on which the code has been decided are left
     * @throws RefusedException if the codebook has no such code or the question no such answer
     */
    public Outcome give(ListPlace place, CodeId code, List<AnswerId> answers, Provenance.Shown shown, boolean seen) {
        QuestionState state = new QuestionState(workspace, live, place);
        requireCode(state, code);
        Map<AnswerId, ModelName> models = seen(place);
        Set<AnswerId> asked = new LinkedHashSet<>(answers);
        List<Statement> statements = asked.stream()
                .map(state::answer)
                .map(Answer::id)
                .filter(answer -> state.mayGive(answer, code, seen))
                .map(answer -> new Statement(
                        answer,
                        Map.of(code, Verdict.APPLIES),
                        null,
                        false,
                        bulk(state, Optional.ofNullable(models.get(answer)), shown)))
                .toList();
        return store(state, statements, asked.size());
    }

    /**
     * Finishes all answers to be coded that have the words of one of these.
     *
     * @param codes the codes that apply; none if no code applies
     * @throws RefusedException if the codebook lacks a code or the question an answer
     */
    public Outcome finish(ListPlace place, Set<CodeId> codes, List<AnswerId> groups) {
        QuestionState state = new QuestionState(workspace, live, place);
        codes.forEach(code -> requireCode(state, code));
        Map<AnswerId, ModelName> seen = seen(place);
        IdenticalTexts texts = new IdenticalTexts(state.answers);
        List<AnswerId> alike = groups.stream()
                .map(state::answer)
                .flatMap(group -> texts.alike(group.id()).stream())
                .map(Answer::id)
                .distinct()
                .toList();
        List<Statement> statements = alike.stream()
                .filter(state::isFree)
                .map(answer -> new Statement(
                        answer,
                        verdicts(codes, state.own(answer)),
                        true,
                        false,
                        bulk(state, Optional.ofNullable(seen.get(answer)), Provenance.Shown.LIST)))
                .toList();
        return store(state, statements, alike.size());
    }

    private static void requireCode(QuestionState state, CodeId code) {
        if (state.codebook.byId(code).isEmpty()) {
            throw new RefusedException(Message.of("workflow.model.code.unknown"));
        }
    }

    /** Codes that the coder had ticked before and that are not among these do not apply any more. */
    private static Map<CodeId, Verdict> verdicts(Set<CodeId> codes, Optional<Coding> before) {
        Map<CodeId, Verdict> verdicts = new LinkedHashMap<>();
        codes.forEach(code -> verdicts.put(code, Verdict.APPLIES));
        before.map(Coding::applied)
                .orElse(Set.of())
                .forEach(code -> verdicts.putIfAbsent(code, Verdict.DOES_NOT_APPLY));
        return verdicts;
    }

    private Map<AnswerId, ModelName> seen(ListPlace place) {
        return workspace.database().suggestions().seen(place.study(), place.question(), place.coder());
    }

    private Provenance bulk(QuestionState state, Optional<ModelName> model, Provenance.Shown shown) {
        return new Provenance(
                workspace.clock().instant(),
                state.codebook.version(),
                Provenance.Manner.BULK,
                model.orElse(null),
                shown);
    }

    private Outcome store(QuestionState state, List<Statement> statements, int asked) {
        if (!statements.isEmpty()) {
            workspace.database().codings().store(state.assignment, statements);
            learn(state, statements.stream().map(Statement::answer).toList());
        }
        return new Outcome(statements.size(), asked - statements.size());
    }

    private static void learn(QuestionState state, List<AnswerId> answers) {
        state.live.ifPresent(model -> model.decided(answers));
    }

    /**
     * Takes the coder's latest act back.
     *
     * @return number of answers it was about; 0 if there is nothing to undo
     */
    public int undo(ListPlace place) {
        return learned(place, workspace.database().codings().undo(place.assignment()));
    }

    /**
     * Does again what was undone last.
     *
     * @return number of answers it was about; 0 if there is nothing to redo
     */
    public int redo(ListPlace place) {
        return learned(place, workspace.database().codings().redo(place.assignment()));
    }

    private int learned(ListPlace place, List<AnswerId> touched) {
        if (!touched.isEmpty()) {
            learn(new QuestionState(workspace, live, place), touched);
        }
        return touched.size();
    }
}
