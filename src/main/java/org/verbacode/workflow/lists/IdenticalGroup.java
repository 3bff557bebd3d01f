package org.verbacode.workflow.lists;

import java.util.List;
import java.util.Map;
import org.verbacode.coding.Code;
import org.verbacode.language.AnswerContent;
import org.verbacode.study.Answer;

/**
 * Answers with the same words; accents, case and punctuation are ignored.
 *
 * @param first the first of them, whose id identifies the group
 * @param writings how they are written, most frequent first
 * @param answers number of answers
 * @param toDo number of these that nobody has finished
 * @param finished number of these that this coder has finished
 * @param codes number of the latter that bear each code
 * @param content whether they say anything
 */
public record IdenticalGroup(
        Answer first,
        List<String> writings,
        int answers,
        int toDo,
        int finished,
        Map<Code, Integer> codes,
        AnswerContent content) {
    public IdenticalGroup {
        writings = List.copyOf(writings);
    }

    /** The codes that every answer of the group that this coder has finished bears. */
    public List<Code> agreedCodes() {
        return codes.entrySet().stream()
                .filter(code -> code.getValue() == finished)
                .map(Map.Entry::getKey)
                .toList();
    }
}
