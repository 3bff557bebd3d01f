package org.verbacode.workflow.codebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.store.Database;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.Workspace;

/** Edits the codebook of a question; each edit is a new version, and earlier ones are kept. */
public final class EditCodebook {
    private final Workspace workspace;
    private final Database database;

    public EditCodebook(Workspace workspace) {
        this.workspace = workspace;
        this.database = workspace.database();
    }

    /** The current codebook. */
    public Codebook current(StudyName study, QuestionName question) {
        return database.codebooks().current(study, question);
    }

    /** An earlier version of the codebook. */
    public Codebook version(StudyName study, QuestionName question, int version) {
        return database.codebooks().version(study, question, version);
    }

    /** Adds a code by its name alone; returns the existing code if the name is taken. */
    public Code add(StudyName study, QuestionName question, String name) {
        return alone(() -> {
            Codebook codebook = current(study, question);
            Optional<Code> existing = codebook.byName(name);
            if (existing.isPresent()) {
                return existing.get();
            }
            Code code = Code.named(freeId(study, question, codebook, name.strip()), name);
            List<Code> codes = new ArrayList<>(codebook.codes());
            codes.add(code);
            database.codebooks().save(study, question, codes);
            return code;
        });
    }

    /** The id derived from the name, or the next free one if a renamed or retired code has it. */
    private CodeId freeId(StudyName study, QuestionName question, Codebook codebook, String name) {
        CodeId id = CodeId.of(study, question, name);
        for (int attempt = 2; isTaken(study, question, codebook, id); attempt++) {
            id = CodeId.of(study, question, name + "#" + attempt);
        }
        return id;
    }

    private boolean isTaken(StudyName study, QuestionName question, Codebook codebook, CodeId id) {
        for (int version = codebook.version(); version > 0; version--) {
            if (version(study, question, version).byId(id).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Changes the name, theme or texts of a code, which keeps its id and its codings. */
    public Codebook change(StudyName study, QuestionName question, Code changed) {
        return edit(study, question, changed.id(), codes -> codes.stream()
                .map(code -> code.id().equals(changed.id()) ? changed : code)
                .toList());
    }

    /** Retires a code; its codings stay in the database. */
    public Codebook retire(StudyName study, QuestionName question, CodeId id) {
        return edit(study, question, id, codes -> codes.stream()
                .filter(code -> !code.id().equals(id))
                .toList());
    }

    private Codebook edit(StudyName study, QuestionName question, CodeId id, UnaryOperator<List<Code>> edit) {
        return alone(() -> {
            Codebook codebook = current(study, question);
            if (codebook.byId(id).isEmpty()) {
                throw new RefusedException(Message.of("workflow.model.code.unknown"));
            }
            return database.codebooks().save(study, question, edit.apply(codebook.codes()));
        });
    }

    /** Runs edits one after another: two coders who create a code at the same time must not write the same version. */
    private <T> T alone(Supplier<T> edit) {
        synchronized (workspace) {
            return database.inTransaction(edit);
        }
    }
}
