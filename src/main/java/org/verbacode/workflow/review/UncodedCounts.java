package org.verbacode.workflow.review;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.verbacode.coding.CodeId;
import org.verbacode.study.AnswerId;

/**
 * The answers that nobody has finished, and for each code how many of them are suggested to bear it. The counts follow each
 * decision; they are made anew only when the suggestions for all answers are.
 */
final class UncodedCounts {
    private final Set<AnswerId> uncoded = new HashSet<>();
    private final Set<AnswerId> hidden;
    private final Map<CodeId, Integer> byCode = new HashMap<>();
    private Map<AnswerId, List<CodeId>> counted = Map.of();

    /**
     * @param answers of the question
     * @param hidden those whose suggestions must not be seen
     */
    UncodedCounts(Iterable<AnswerId> answers, Set<AnswerId> hidden, Predicate<AnswerId> isToDo) {
        this.hidden = hidden;
        answers.forEach(answer -> {
            if (isToDo.test(answer)) {
                uncoded.add(answer);
            }
        });
    }

    /** Number of answers that nobody has finished. */
    int count() {
        return uncoded.size();
    }

    /** Takes over whether an answer is still to be coded. */
    void update(AnswerId answer, boolean isToDo) {
        boolean changed = isToDo ? uncoded.add(answer) : uncoded.remove(answer);
        if (changed) {
            add(answer, isToDo ? 1 : -1);
        }
    }

    /** Number of uncoded answers for which each code is suggested. */
    Map<CodeId, Integer> byCode(Map<AnswerId, List<CodeId>> proposed) {
        if (proposed != counted) {
            counted = proposed;
            byCode.clear();
            uncoded.forEach(answer -> add(answer, 1));
        }
        return byCode;
    }

    private void add(AnswerId answer, int by) {
        if (!hidden.contains(answer)) {
            counted.getOrDefault(answer, List.of()).forEach(code -> byCode.merge(code, by, Integer::sum));
        }
    }
}
