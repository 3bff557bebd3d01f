package org.verbacode.workflow.model;

import java.util.List;
import java.util.Set;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Finish;
import org.verbacode.coding.Provenance;
import org.verbacode.results.WaveAdvice;
import org.verbacode.study.Message;

/** How a coded answer was selected for coding, which decides whether it may judge a model. */
public enum AnswerSelection {
    /** Shown at random and coded blind: the only unbiased test answers. */
    AT_RANDOM,
    /** Selected by the model, a search or a list, or coded with suggestions visible: biased test answers. */
    PICKED,
    /** Imported: selection and visibility of suggestions are unknown. */
    UNKNOWN;

    private static final Set<Provenance.Shown> RANDOM = Set.of(Provenance.Shown.RANDOM, Provenance.Shown.DRAW);

    /** @param finishes the finish events of the answer, oldest first */
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
     * @param random number of judged answers selected at random
     * @param all number of judged answers
     */
    public static Message whomToBelieve(int random, int all) {
        if (random < WaveAdvice.MIN_JUDGED) {
            return Message.of("workflow.model.believe.none", random, WaveAdvice.MIN_JUDGED);
        }
        return Message.of(random == all ? "workflow.model.believe.all" : "workflow.model.believe.random", random);
    }
}
