package org.verbacode.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verbacode.coding.CodeId;

/**
 * The code that most often stands where another should: given by the model to answers of which it missed the other, or
 * missed where it gave the other wrongly.
 *
 * @param with the code that stands instead
 * @param answers to how many of them it does, at least 1
 */
public record Confusion(CodeId with, int answers) {

    /**
     * By code, for those that are confused with any; of equally frequent ones the first in the order of the codes.
     *
     * @param times how often each answer was judged
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
