package org.verbacode.workflow;

import java.util.List;
import org.verbacode.coding.Code;
import org.verbacode.learning.Scores;

/**
 * How well models code answers they have not learned from, and how fast.
 *
 * @param codes all that were judged, in the order of the codebook
 * @param judged how many answers were judged
 * @param trainSeconds reading the training answers and learning from them
 * @param predictSeconds reading the judged answers and suggesting codes for them
 */
public record Evaluation(List<Code> codes, Scores scores, int judged, double trainSeconds, double predictSeconds) {
    public Evaluation {
        codes = List.copyOf(codes);
    }

    /** How well one of the codes was given. */
    public Scores.CodeScore score(Code code) {
        Scores.CodeScore score = scores.perCode().get(code.id());
        if (score == null) {
            throw new IllegalArgumentException("not a judged code: " + code.id());
        }
        return score;
    }

    /** How many answers a model reads and codes in a second. */
    public double answersPerSecond() {
        return predictSeconds == 0 ? 0 : judged / predictSeconds;
    }
}
