package org.verbacode.workflow.review;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.verbacode.coding.Coding;
import org.verbacode.study.AnswerId;

/**
 * The answers of a question that a coder has still to code blind. Lists and tables show neither suggestions nor other
 * coders' codes for them.
 *
 * @param finished the answers that the coder has finished
 * @param inRounds the answers of unfinished rounds, which stay blind until every coder of the round has finished
 */
public record BlindAnswers(Set<AnswerId> finished, Set<AnswerId> inRounds) {
    public BlindAnswers {
        finished = Set.copyOf(finished);
        inRounds = Set.copyOf(inRounds);
    }

    /** @param own the coder's codings of the question; no round is open */
    public static BlindAnswers of(Collection<Coding> own) {
        return of(own, Set.of());
    }

    /**
     * @param own the coder's codings of the question
     * @param inRounds the answers that open rounds hide from the coder
     */
    public static BlindAnswers of(Collection<Coding> own, Set<AnswerId> inRounds) {
        return new BlindAnswers(
                own.stream().filter(Coding::finished).map(Coding::answer).collect(Collectors.toSet()), inRounds);
    }

    /** Whether suggestions and other coders' codes are hidden: in a round, and on one unfinished answer in ten. */
    public boolean isBlind(AnswerId answer) {
        return isInRound(answer) || (!finished.contains(answer) && ReviewPresenter.isBlind(answer));
    }

    /** Whether the answer belongs to an unfinished round, where each answer is coded on its own. */
    public boolean isInRound(AnswerId answer) {
        return inRounds.contains(answer);
    }
}
