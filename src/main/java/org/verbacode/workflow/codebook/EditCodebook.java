package org.verbacode.workflow.codebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.verbacode.coding.Code;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CodebookEdit;
import org.verbacode.store.Codebooks;
import org.verbacode.store.Database;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.Workspace;

/** Reads the codebook of a question and creates codes while coding. Two coders who create a code at the same time do not
 * write the same version. */
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

    /**
     * One version of the codebook.
     *
     * @throws RefusedException if there is none of that number
     */
    public Codebook version(StudyName study, QuestionName question, int version) {
        int latest = current(study, question).version();
        if (version < 1 || version > latest) {
            throw new RefusedException(
                    Message.of("workflow.codebook.version", String.valueOf(version), question.value(), latest));
        }
        return database.codebooks().version(study, question, version);
    }

    /**
     * Adds a code by its name alone; returns the existing code if the name is taken.
     *
     * @param author a coder's name; empty if unknown
     */
    public Code add(StudyName study, QuestionName question, String name, String author) {
        synchronized (workspace) {
            return database.inTransaction(() -> {
                Codebook codebook = current(study, question);
                Optional<Code> existing = codebook.byName(name);
                if (existing.isPresent()) {
                    return existing.get();
                }
                Code code = Code.named(new CodeIds(database, study, question).free(name), name);
                List<Code> codes = new ArrayList<>(codebook.codes());
                codes.add(code);
                database.codebooks()
                        .save(study, question, codes, new Codebooks.Edit(author, CodebookEdit.ADD, List.of()));
                return code;
            });
        }
    }
}
