package org.verbacode.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Names;

/**
 * The differences between the training data of two model versions.
 *
 * @param answers differences between the coded answers; null if one of the two does not list them
 * @param codesAdded their names; likewise for the removed
 */
public record ModelChanges(
        @Nullable Answers answers, List<String> codesAdded, List<String> codesRemoved, List<Renaming> codesRenamed) {

    /**
     * Numbers of coded answers.
     *
     * @param added learned from by the later version only
     * @param recoded learned from by both, with other codes; codes that only one of them knows are ignored
     * @param reworded learned from by both, with other texts
     * @param removed learned from by the earlier version only
     */
    public record Answers(int added, int recoded, int reworded, int removed) {}

    /** A code that was renamed. */
    public record Renaming(String before, String after) {
        public Renaming {
            before = Names.checked(before);
            after = Names.checked(after);
        }
    }

    public ModelChanges {
        codesAdded = codesAdded.stream().map(Names::checked).toList();
        codesRemoved = codesRemoved.stream().map(Names::checked).toList();
        codesRenamed = List.copyOf(codesRenamed);
    }

    /**
     * Compares two versions of one question.
     *
     * @param earlierAnswers the answers that the earlier version learned from; empty if it does not list them.
     *     Likewise for the later one
     */
    public static ModelChanges between(
            List<ModelCard.CodeLine> earlierCodes,
            List<LearnedAnswer> earlierAnswers,
            List<ModelCard.CodeLine> laterCodes,
            List<LearnedAnswer> laterAnswers) {
        Map<String, String> before = names(earlierCodes);
        Map<String, String> after = names(laterCodes);
        List<Renaming> renamed = new ArrayList<>();
        earlierCodes.forEach(line -> {
            String now = after.get(line.code());
            if (now != null && !now.equals(line.name())) {
                renamed.add(new Renaming(line.name(), now));
            }
        });
        Set<CodeId> both = before.keySet().stream()
                .filter(after::containsKey)
                .map(CodeId::new)
                .collect(Collectors.toSet());
        return new ModelChanges(
                earlierAnswers.isEmpty() || laterAnswers.isEmpty() ? null : answers(earlierAnswers, laterAnswers, both),
                onlyIn(laterCodes, before),
                onlyIn(earlierCodes, after),
                renamed);
    }

    private static Map<String, String> names(List<ModelCard.CodeLine> lines) {
        return lines.stream().collect(Collectors.toMap(ModelCard.CodeLine::code, ModelCard.CodeLine::name));
    }

    private static List<String> onlyIn(List<ModelCard.CodeLine> lines, Map<String, String> others) {
        return lines.stream()
                .filter(line -> !others.containsKey(line.code()))
                .map(ModelCard.CodeLine::name)
                .toList();
    }

    private static Answers answers(List<LearnedAnswer> earlier, List<LearnedAnswer> later, Set<CodeId> both) {
        Map<AnswerId, LearnedAnswer> before = new HashMap<>();
        earlier.stream().filter(LearnedAnswer::isExample).forEach(answer -> before.put(answer.answer(), answer));
        int added = 0;
        int recoded = 0;
        int reworded = 0;
        for (LearnedAnswer answer : later) {
            if (answer.isExample()) {
                LearnedAnswer was = before.remove(answer.answer());
                if (was == null) {
                    added++;
                } else {
                    recoded += codes(was, both).equals(codes(answer, both)) ? 0 : 1;
                    reworded += was.text() == answer.text() ? 0 : 1;
                }
            }
        }
        return new Answers(added, recoded, reworded, before.size());
    }

    private static Map<CodeId, Boolean> codes(LearnedAnswer answer, Set<CodeId> some) {
        return answer.considered().entrySet().stream()
                .filter(word -> some.contains(word.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
