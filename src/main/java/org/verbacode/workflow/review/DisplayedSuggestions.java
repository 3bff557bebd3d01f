package org.verbacode.workflow.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Suggestion;
import org.verbacode.learning.ModelCard;
import org.verbacode.study.AnswerId;
import org.verbacode.workflow.model.QuestionSuggestions;

/**
 * The suggestions of each answer at the moment when it came on a coder's screen. The coder's decision refers to these,
 * whatever a live model has learned since.
 */
final class DisplayedSuggestions {
    /** Number of answers kept: more than a coder has open in all windows. */
    private static final int CAPACITY = 200;

    private final Map<AnswerId, Displayed> byAnswer = new LinkedHashMap<>();

    /**
     * The suggestions of one answer.
     *
     * @param by the model version that made them; empty if there are none
     * @param lines quality of that version for each code, by the code's id
     */
    record Displayed(List<Suggestion> suggestions, Optional<ModelName> by, Map<String, ModelCard.CodeLine> lines) {}

    /** The suggestions displayed for an answer, taken from the current ones the first time. */
    Displayed of(AnswerId answer, QuestionSuggestions current) {
        Displayed displayed = byAnswer.get(answer);
        if (displayed == null) {
            displayed = new Displayed(current.of(answer), current.by(answer), current.lines(answer));
            byAnswer.put(answer, displayed);
            if (byAnswer.size() > CAPACITY) {
                byAnswer.remove(byAnswer.keySet().iterator().next());
            }
        }
        return displayed;
    }

    /** Takes the current suggestions of an answer, which comes on the screen anew. */
    void refresh(AnswerId answer, QuestionSuggestions current) {
        byAnswer.remove(answer);
        of(answer, current);
    }
}
