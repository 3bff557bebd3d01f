package org.verbacode.workflow.coders;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Round;
import org.verbacode.study.AnswerId;

/**
 * The order of a round's answers for one coder. It is random and differs between coders, so that tiredness and order do
 * not act on all in the same way; it also tells whose packet a table is.
 */
public final class PacketOrder {
    private static final long FACTOR = 31;

    private PacketOrder() {}

    /** The answers of a round in the order of a coder; always the same. */
    public static List<AnswerId> of(Round round, CoderName coder) {
        List<AnswerId> answers = new ArrayList<>(round.draw().answers());
        Collections.shuffle(
                answers, new Random(FACTOR * round.draw().seed() + coder.value().hashCode()));
        return answers;
    }

    /** Whether some of a round's answers are in the order of a coder; fewer than three have no order of their own. */
    static boolean isKept(Round round, CoderName coder, List<AnswerId> answers) {
        int at = 0;
        List<AnswerId> order = of(round, coder);
        for (AnswerId answer : order) {
            if (at < answers.size() && answers.get(at).equals(answer)) {
                at++;
            }
        }
        return at == answers.size();
    }
}
