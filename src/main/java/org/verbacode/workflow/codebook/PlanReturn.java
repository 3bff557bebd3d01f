package org.verbacode.workflow.codebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CodebookEdit;
import org.verbacode.store.Codebooks.Version;
import org.verbacode.store.Database;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;

/** Plans the return of a code or of the version before. */
public final class PlanReturn {
    private final Database database;
    private final StudyName study;
    private final QuestionName question;
    private final Codebook current;

    /** @throws RefusedException if there is no such study or question */
    public PlanReturn(Workspace workspace, StudyName study, QuestionName question) {
        new ListStudies(workspace).question(study, question);
        this.database = workspace.database();
        this.study = study;
        this.question = question;
        this.current = database.codebooks().current(study, question);
    }

    /** A retired code comes back with its codings; one that was merged or split comes back if that can be undone. */
    public CodebookChange restore(String name) {
        if (current.byName(name).isPresent()) {
            throw new RefusedException(Message.of("workflow.codebook.plan.present", name.strip()));
        }
        List<Version> history = database.codebooks().history(study, question);
        for (int i = history.size() - 2; i >= 0; i--) {
            Optional<Code> found = history.get(i).codebook().byName(name);
            if (found.isPresent() && current.byId(found.get().id()).isEmpty()) {
                Code code = found.get();
                Version gone = history.get(i + 1);
                boolean isReplaced = gone.edit().relations().stream()
                        .anyMatch(relation -> relation.part().equals(code.id())
                                || relation.whole().equals(code.id()));
                if (isReplaced) {
                    if (gone.codebook().version() != current.version()) {
                        throw new RefusedException(Message.of(
                                "workflow.codebook.plan.replaced",
                                code.name(),
                                gone.codebook().version()));
                    }
                    return undo();
                }
                List<Code> codes = new ArrayList<>(current.codes());
                codes.add(PlanChange.endOf(codes, code.theme()), code);
                return change(CodebookEdit.RESTORE, codes, Message.of("workflow.codebook.plan.restore", code.name()));
            }
        }
        throw new RefusedException(Message.of("workflow.codebook.plan.never", name.strip()));
    }

    /**
     * The codes of the version before.
     *
     * @throws RefusedException if there is none, or something was decided on a code that the latest change created
     */
    public CodebookChange undo() {
        List<Version> history = database.codebooks().history(study, question);
        if (history.size() < 2) {
            throw new RefusedException(Message.of("workflow.codebook.plan.undo.none"));
        }
        Version last = history.get(history.size() - 1);
        Codebook before = history.get(history.size() - 2).codebook();
        Set<CodeId> created =
                last.codebook().codes().stream().map(Code::id).collect(Collectors.toCollection(HashSet::new));
        history.subList(0, history.size() - 1)
                .forEach(version -> version.codebook().codes().forEach(code -> created.remove(code.id())));
        for (CodeId code : created) {
            int decisions = database.codings().decisionsOn(study, question, code);
            if (decisions > 0) {
                throw new RefusedException(Message.of(
                        "workflow.codebook.plan.undo.used",
                        last.codebook().byId(code).map(Code::name).orElse(""),
                        decisions));
            }
        }
        return change(
                CodebookEdit.UNDO,
                before.codes(),
                Message.of("workflow.codebook.plan.undo", last.codebook().version()));
    }

    private CodebookChange change(CodebookEdit kind, List<Code> codes, Message preview) {
        return new CodebookChange(study, question, current.version(), kind, codes, List.of(), List.of(preview));
    }
}
