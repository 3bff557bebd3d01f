package org.verbacode.workflow.codebook;

import java.util.List;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeRelation;
import org.verbacode.coding.CodebookEdit;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;

/**
 * A change of a codebook that can be looked at before it is made.
 *
 * @param from the version that it changes
 * @param codes of the next version
 * @param relations the merges or the split
 * @param preview what it does, with counts
 */
public record CodebookChange(
        StudyName study,
        QuestionName question,
        int from,
        CodebookEdit kind,
        List<Code> codes,
        List<CodeRelation> relations,
        List<Message> preview) {
    public CodebookChange {
        codes = List.copyOf(codes);
        relations = List.copyOf(relations);
        preview = List.copyOf(preview);
    }
}
