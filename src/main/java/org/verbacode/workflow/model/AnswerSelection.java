package org.verbacode.workflow.model;

import java.util.List;
import java.util.Set;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Finish;
import org.verbacode.coding.Provenance;
import org.verbacode.results.WaveAdvice;
import org.verbacode.study.Message;

/** How a coded answer came before its coder's eyes, which decides whether it may judge a model. */
public enum AnswerSelection {
    /** Shown at random and coded without a suggestion in sight: only these judge a model fairly. */
    AT_RANDOM,
    /** Picked by the model, a search or a list, or coded with a suggestion in sight: they flatter or slander a model. */
    PICKED,
    /** Read from a file: nobody knows how it was picked or what the coder had seen. */
    UNKNOWN;

    private static final Set<Provenance.Shown> RANDOM = Set.of(Provenance.Shown.RANDOM, Provenance.Shown.DRAW);

    /** @param finishes the events of the answer, oldest first */
    static AnswerSelection of(Coding coding, List<Finish> finishes) {
        if (coding.manner() == Provenance.Manner.IMPORTED) {
            return UNKNOWN;
        }
        Provenance.Shown shown = finishes.stream()
                .filter(finish -> finish.coder().equals(coding.coder()))
                .filter(Finish::finished)
                .reduce((one, later) -> later)
                .map(finish -> finish.provenance().shown())
                .orElse(Provenance.Shown.FILE);
        if (shown == Provenance.Shown.FILE) {
            return UNKNOWN;
        }
        return RANDOM.contains(shown) && coding.manner() == Provenance.Manner.BLIND ? AT_RANDOM : PICKED;
    }

    /**
     * Which scores to believe, in words.
     *
     * @param random how many answers were judged that came at random
     * @param all how many were judged
     */
    public static Message whomToBelieve(int random, int all) {
        if (random < WaveAdvice.FEWEST_JUDGED) {
            return Message.of("workflow.model.believe.none", random, WaveAdvice.FEWEST_JUDGED);
        }
        return Message.of(random == all ? "workflow.model.believe.all" : "workflow.model.believe.random", random);
    }
}
