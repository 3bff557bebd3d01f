package org.verbacode.workflow.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.verbacode.coding.CodeId;
import org.verbacode.language.Folding;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;

/**
 * Groups the answers to a question that have the same words; case, accents, punctuation and white space are ignored.
 * Answers without any word are compared sign by sign.
 */
public final class IdenticalTexts {
    private static final Pattern NOT_IN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private final Map<AnswerId, String> normalised = new HashMap<>();
    private final Map<String, List<Answer>> groups = new LinkedHashMap<>();
    private final List<Answer> answers;

    public IdenticalTexts(List<Answer> answers) {
        this.answers = answers;
        for (Answer answer : answers) {
            String text = normalise(answer.text());
            normalised.put(answer.id(), text);
            groups.computeIfAbsent(text, unused -> new ArrayList<>()).add(answer);
        }
    }

    private static String normalise(String text) {
        String words = NOT_IN_WORDS.matcher(Folding.fold(text)).replaceAll(" ").strip();
        return words.isEmpty() ? WHITE_SPACE.matcher(text).replaceAll("") : words;
    }

    /** The answers in groups of the same words, in the order of their first answers. */
    public List<List<Answer>> groups() {
        return groups.values().stream().map(List::copyOf).toList();
    }

    /** The answers with the words of this one, itself included; empty if it is not among the answers. */
    public List<Answer> alike(AnswerId answer) {
        return List.copyOf(groups.getOrDefault(text(answer), List.of()));
    }

    private String text(AnswerId answer) {
        return normalised.getOrDefault(answer, "");
    }

    /** Number of answers with the words of this one, itself included. */
    int count(AnswerId answer) {
        return Math.max(1, alike(answer).size());
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
