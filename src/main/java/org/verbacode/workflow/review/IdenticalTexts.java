package org.verbacode.workflow.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verbacode.coding.CodeId;
import org.verbacode.language.Folding;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;

/** Groups the answers to a question that have the same words; case, accents, punctuation and white space are ignored. */
final class IdenticalTexts {
    private final Map<AnswerId, String> normalised = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<Answer> answers;

    IdenticalTexts(List<Answer> answers) {
        this.answers = answers;
        for (Answer answer : answers) {
            String text = Folding.fold(answer.text())
                    .replaceAll("[^\\p{L}\\p{N}]+", " ")
                    .strip();
            normalised.put(answer.id(), text);
            counts.merge(text, 1, Integer::sum);
        }
    }

    private String text(AnswerId answer) {
        return normalised.getOrDefault(answer, "");
    }

    /** Number of answers with the words of this one, itself included. */
    int count(AnswerId answer) {
        return counts.getOrDefault(text(answer), 1);
    }

    /**
     * Joins the codes of identical answers.
     *
     * @param coded the codes of each coded answer
     * @param except an answer that is left out
     * @return the codes of each group, by its first answer
     */
    Map<AnswerId, IdenticalAnswers> joined(Map<AnswerId, Set<CodeId>> coded, AnswerId except) {
        Map<String, AnswerId> first = new HashMap<>();
        Map<AnswerId, IdenticalAnswers> joined = new HashMap<>();
        for (Answer answer : answers) {
            Set<CodeId> codes = coded.get(answer.id());
            if (codes != null && !answer.id().equals(except)) {
                AnswerId group = first.computeIfAbsent(text(answer.id()), unused -> answer.id());
                joined.merge(group, IdenticalAnswers.of(codes), IdenticalAnswers::and);
            }
        }
        return joined;
    }
}
