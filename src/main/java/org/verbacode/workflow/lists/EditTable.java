package org.verbacode.workflow.lists;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Decision.Verdict;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Provenance;
import org.verbacode.store.Codings.Statement;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.Question;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.LiveModels;

/**
 * Codes in the table of answers. Each change is stored as one act before its method returns, and the row is returned as
 * it is stored.
 */
public final class EditTable {
    private final Workspace workspace;
    private final LiveModels live;

    public EditTable(Workspace workspace, LiveModels live) {
        this.workspace = workspace;
        this.live = live;
    }

    /** How an answer is finished in the table. */
    public enum Ending {
        /** With the codes that apply; at least one. */
        TICKED,
        /** With the codes that apply, marked to be looked at again. */
        DOUBT,
        /** No code applies. */
        NONE,
        /** It is opened again. */
        REOPENED
    }

    /**
     * Decides on one code of an answer.
     *
     * @throws RefusedException if the codebook has no such code or the question no such answer
     */
    public TableRow decide(ListPlace place, AnswerId id, CodeId code, boolean applies) {
        return once(place, id, (codebook, answer) -> {
            if (codebook.byId(code).isEmpty()) {
                throw new RefusedException(Message.of("workflow.model.code.unknown"));
            }
            Verdict verdict = applies ? Verdict.APPLIES : Verdict.DOES_NOT_APPLY;
            store(place, codebook, answer, Map.of(code, verdict), null, false);
        });
    }

    /** Does an act unless it was stored before or the coder's coding has changed since the page showed it; the row then. */
    private TableRow once(ListPlace place, AnswerId id, BiConsumer<Codebook, Answer> act) {
        Database database = workspace.database();
        Codebook codebook = database.codebooks().current(place.study(), place.question());
        Answer answer = answer(place, id);
        if (!place.sent().isStored(database)) {
            place.sent().refuseUnseen(database.codings().of(id, place.coder()));
            act.accept(codebook, answer);
        }
        return row(place, codebook, answer);
    }

    /**
     * Finishes an answer, or opens it again.
     *
     * @throws RefusedException if it is to be finished with its codes and has none
     */
    public TableRow finish(ListPlace place, AnswerId id, Ending ending) {
        return once(place, id, (codebook, answer) -> {
            Set<CodeId> applied = workspace
                    .database()
                    .codings()
                    .of(id, place.coder())
                    .map(Coding::applied)
                    .orElse(Set.of());
            if ((ending == Ending.TICKED || ending == Ending.DOUBT) && applied.isEmpty()) {
                throw new RefusedException(Message.of("workflow.lists.nothing"));
            }
            Map<CodeId, Verdict> verdicts = new HashMap<>();
            if (ending == Ending.NONE) {
                applied.forEach(code -> verdicts.put(code, Verdict.DOES_NOT_APPLY));
            }
            store(place, codebook, answer, verdicts, ending != Ending.REOPENED, ending == Ending.DOUBT);
        });
    }

    private Answer answer(ListPlace place, AnswerId id) {
        return workspace
                .database()
                .answers()
                .find(id)
                .filter(answer -> answer.study().equals(place.study())
                        && answer.question().equals(place.question())
                        && answer.status() == Answer.Status.GIVEN)
                .orElseThrow(() -> new RefusedException(Message.of("workflow.answer.unknown")));
    }

    private void store(
            ListPlace place,
            Codebook codebook,
            Answer answer,
            Map<CodeId, Verdict> verdicts,
            @Nullable Boolean finished,
            boolean doubt) {
        Optional<ModelName> seen =
                Optional.ofNullable(AnswerTable.seen(workspace, place).get(answer.id()));
        Provenance provenance = new Provenance(
                workspace.clock().instant(),
                codebook.version(),
                seen.isPresent() ? Provenance.Manner.ASSISTED : Provenance.Manner.BLIND,
                seen.orElse(null),
                Provenance.Shown.LIST);
        Statement statement = new Statement(answer.id(), verdicts, finished, doubt, provenance);
        sent(place, () -> workspace.database().codings().store(place.assignment(), List.of(statement)));
        learn(place, codebook, List.of(answer.id()));
    }

    private <T> T sent(ListPlace place, Supplier<T> act) {
        return place.sent().store(workspace.database(), place.assignment(), act);
    }

    private TableRow row(ListPlace place, Codebook codebook, Answer answer) {
        List<Code> columns =
                codebook.byTheme().values().stream().flatMap(List::stream).toList();
        List<Coding> codings = workspace.database().codings().of(answer.id());
        Coding own = codings.stream()
                .filter(coding -> coding.coder().equals(place.coder()))
                .findFirst()
                .orElse(null);
        int others = (int) codings.stream()
                .filter(coding -> coding.finished() && !coding.coder().equals(place.coder()))
                .count();
        return AnswerTable.row(columns, answer, own, others);
    }

    private void learn(ListPlace place, Codebook codebook, List<AnswerId> answers) {
        Database database = workspace.database();
        Question question = new ListStudies(workspace).question(place.study(), place.question());
        Optional<ModelName> model =
                database.studies().currentModel(place.study(), place.question()).map(ModelName::new);
        if (model.isPresent()) {
            live.follow(question, model, codebook, database.answers().given(place.study(), place.question()))
                    .ifPresent(one -> one.decided(answers));
        }
    }

    /** Takes the coder's latest act back; the rows that it was about as they are now, none if there is no act or it was stored before. */
    public List<TableRow> undo(ListPlace place) {
        return restored(place, () -> workspace.database().codings().undo(place.assignment()));
    }

    /** Does again what was undone last; the rows that it was about as they are now, none if there is no act or it was stored before. */
    public List<TableRow> redo(ListPlace place) {
        return restored(place, () -> workspace.database().codings().redo(place.assignment()));
    }

    private List<TableRow> restored(ListPlace place, Supplier<List<AnswerId>> act) {
        List<AnswerId> touched = place.sent().isStored(workspace.database()) ? List.of() : sent(place, act);
        Codebook codebook = workspace.database().codebooks().current(place.study(), place.question());
        learn(place, codebook, touched);
        return touched.stream()
                .map(id -> row(place, codebook, answer(place, id)))
                .toList();
    }
}
