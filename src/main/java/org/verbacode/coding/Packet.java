package org.verbacode.coding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Question;

/**
 * One coder's share of a round, which can be coded on another computer.
 *
 * @param notice the label of the study, such as "Données inventées"; empty for none
 * @param codebook the version of the round
 * @param answers of the round, in the coder's order
 * @param history what the coder has done on them so far
 */
public record Packet(
        Round round,
        CoderName coder,
        String notice,
        Question question,
        Codebook codebook,
        List<Answer> answers,
        History history) {

    /** @throws IllegalArgumentException if the parts do not belong together */
    public Packet {
        answers = List.copyOf(answers);
        Set<AnswerId> own = new HashSet<>(round.draw().answers());
        boolean fits = round.draw().study().equals(question.study())
                && round.draw().question().equals(question.name())
                && codebook.question().equals(question.name())
                && codebook.version() == round.codebookVersion()
                && answers.stream()
                        .allMatch(answer -> own.contains(answer.id())
                                && answer.study().equals(question.study())
                                && answer.question().equals(question.name()))
                && own.containsAll(history.answers())
                && history.notes().stream().allMatch(note -> own.contains(note.answer()))
                && Set.of(coder).containsAll(history.coders());
        if (!fits) {
            throw new IllegalArgumentException("the parts of a packet do not belong together");
        }
    }
}
