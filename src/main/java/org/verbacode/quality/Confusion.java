package org.verbacode.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verbacode.coding.CodeId;

/**
 * The code most often confused with another: given to answers where the other was missed, or missed where the other
 * was wrongly given.
 *
 * @param with the other code
 * @param answers number of such answers, at least 1
 */
public record Confusion(CodeId with, int answers) {

    /**
     * By code, for those that are confused with any; the first in the order of the codes if several are equally
     * frequent.
     *
     * @param times number of judgements of each answer
     */
    static Map<CodeId, Confusion> of(List<CodeId> codes, List<JudgedAnswer> answers, double times) {
        int[][] counts = new int[codes.size()][codes.size()];
        for (JudgedAnswer answer : answers) {
            for (int missed = 0; missed < counts.length; missed++) {
                if (answer.missed(codes.get(missed))) {
                    for (int wrong = 0; wrong < counts.length; wrong++) {
                        if (answer.wronglyGiven(codes.get(wrong))) {
                            counts[missed][wrong]++;
                            counts[wrong][missed]++;
                        }
                    }
                }
            }
        }
        Map<CodeId, Confusion> most = new LinkedHashMap<>();
        for (int code = 0; code < counts.length; code++) {
            int top = 0;
            for (int other = 1; other < counts.length; other++) {
                top = counts[code][other] > counts[code][top] ? other : top;
            }
            if (counts.length > 0 && counts[code][top] > 0) {
                int answersEach = Math.max(1, (int) Math.round(counts[code][top] / times));
                most.put(codes.get(code), new Confusion(codes.get(top), answersEach));
            }
        }
        return most;
    }
}
