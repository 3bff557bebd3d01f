package org.verbacode.workflow.review;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.verbacode.coding.CodeId;

/**
 * What people gave to answers that say the same in the same words.
 *
 * @param answers how many these are
 * @param codes each code that one of them bears, with how many do
 */
record IdenticalAnswers(int answers, Map<CodeId, Integer> codes) {
    IdenticalAnswers {
        codes = Map.copyOf(codes);
    }

    static IdenticalAnswers of(Set<CodeId> codes) {
        Map<CodeId, Integer> once = new HashMap<>();
        codes.forEach(code -> once.put(code, 1));
        return new IdenticalAnswers(1, once);
    }

    IdenticalAnswers and(IdenticalAnswers other) {
        Map<CodeId, Integer> both = new HashMap<>(codes);
        other.codes.forEach((code, answersOf) -> both.merge(code, answersOf, Integer::sum));
        return new IdenticalAnswers(answers + other.answers, both);
    }
}
