package org.verbacode.workflow.review;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.verbacode.coding.CodeId;

/**
 * The codes of a group of answers with the same words.
 *
 * @param answers number of coded answers in the group
 * @param codes number of these answers that bear each code; codes that none bears are absent
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
