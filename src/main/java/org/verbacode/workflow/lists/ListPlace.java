package org.verbacode.workflow.lists;

import org.verbacode.coding.CoderName;
import org.verbacode.store.Codings.Assignment;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.SentAct;

/**
 * Whose work on which question is listed.
 *
 * @param sent how a page sent the act
 */
public record ListPlace(StudyName study, QuestionName question, CoderName coder, SentAct sent) {
    public ListPlace(StudyName study, QuestionName question, CoderName coder) {
        this(study, question, coder, SentAct.NONE);
    }

    /** The same place for one act that a page sent. */
    public ListPlace with(SentAct act) {
        return new ListPlace(study, question, coder, act);
    }

    /** The coder's work on the question, within which acts are undone. */
    Assignment assignment() {
        return new Assignment(study, question, coder);
    }
}
