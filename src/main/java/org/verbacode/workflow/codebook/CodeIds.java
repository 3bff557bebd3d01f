package org.verbacode.workflow.codebook;

import java.util.HashSet;
import java.util.Set;
import org.verbacode.coding.CodeId;
import org.verbacode.store.Codebooks.Version;
import org.verbacode.store.Database;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;

/** Gives ids to new codes of a question. */
final class CodeIds {
    private final StudyName study;
    private final QuestionName question;
    private final Set<CodeId> taken = new HashSet<>();

    CodeIds(Database database, StudyName study, QuestionName question) {
        this.study = study;
        this.question = question;
        for (Version version : database.codebooks().history(study, question)) {
            version.codebook().codes().forEach(code -> taken.add(code.id()));
        }
    }

    /** The id derived from the name, or the next one if a code of any version has it. */
    CodeId free(String name) {
        CodeId id = CodeId.of(study, question, name.strip());
        for (int attempt = 2; taken.contains(id); attempt++) {
            id = CodeId.of(study, question, name.strip() + "#" + attempt);
        }
        taken.add(id);
        return id;
    }
}
