package org.verbacode.workflow;

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
record CodedWords(int answers, Map<CodeId, Integer> codes) {
    CodedWords {
        codes = Map.copyOf(codes);
    }

    static CodedWords of(Set<CodeId> codes) {
        Map<CodeId, Integer> once = new HashMap<>();
        codes.forEach(code -> once.put(code, 1));
        return new CodedWords(1, once);
    }

    CodedWords and(CodedWords other) {
        Map<CodeId, Integer> both = new HashMap<>(codes);
        other.codes.forEach((code, answersOf) -> both.merge(code, answersOf, Integer::sum));
        return new CodedWords(answers + other.answers, both);
    }
}
