package org.verbacode.workflow.lists;

import org.verbacode.coding.CoderName;
import org.verbacode.store.Codings.Assignment;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;

/** Whose work on which question is listed. */
public record ListPlace(StudyName study, QuestionName question, CoderName coder) {
    /** The coder's work on the question, within which acts are undone. */
    Assignment assignment() {
        return new Assignment(study, question, coder);
    }
}
