package org.verbacode.workflow.lists;

import java.util.List;
import org.verbacode.coding.Code;
import org.verbacode.study.Answer;

/**
 * An answer that the coder has finished and that the model codes differently.
 *
 * @param coder the codes of the coder
 * @param model the codes that the model suggests
 */
public record Difference(Answer answer, List<Code> coder, List<Code> model) {
    public Difference {
        coder = List.copyOf(coder);
        model = List.copyOf(model);
    }
}
