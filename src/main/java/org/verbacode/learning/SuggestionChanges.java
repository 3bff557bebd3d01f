package org.verbacode.learning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verbacode.coding.CodeId;
import org.verbacode.study.AnswerId;

/**
 * The differences between the suggestions of two model versions for the same answers.
 *
 * @param answers number of answers compared
 * @param codes in display order
 * @param changed the answers with different suggestions, in their order
 */
public record SuggestionChanges(int answers, List<OfCode> codes, List<Changed> changed) {

    /**
     * Numbers of suggestions of a code.
     *
     * @param one by the first version
     * @param other by the second version
     * @param both by both, for the same answer
     */
    public record OfCode(CodeId code, int one, int other, int both) {
        /** Suggested by the second version alone. */
        public int gained() {
            return other - both;
        }

        /** Suggested by the first version alone. */
        public int lost() {
            return one - both;
        }
    }

    /**
     * An answer with different suggestions.
     *
     * @param gained suggested by the second version alone
     * @param lost suggested by the first version alone
     */
    public record Changed(AnswerId answer, List<CodeId> gained, List<CodeId> lost) {
        public Changed {
            gained = List.copyOf(gained);
            lost = List.copyOf(lost);
        }
    }

    public SuggestionChanges {
        codes = List.copyOf(codes);
        changed = List.copyOf(changed);
    }

    /**
     * Compares two versions.
     *
     * @param codes the codes compared
     * @param one the suggestions of the first version, by answer
     * @param other those of the second version, for the same answers
     */
    public static SuggestionChanges between(
            List<CodeId> codes, Map<AnswerId, Set<CodeId>> one, Map<AnswerId, Set<CodeId>> other) {
        if (!one.keySet().equals(other.keySet())) {
            throw new IllegalArgumentException("not the same answers");
        }
        List<Changed> changed = new ArrayList<>();
        one.forEach((answer, before) -> {
            Set<CodeId> after = other.getOrDefault(answer, Set.of());
            List<CodeId> gained = alone(codes, after, before);
            List<CodeId> lost = alone(codes, before, after);
            if (!gained.isEmpty() || !lost.isEmpty()) {
                changed.add(new Changed(answer, gained, lost));
            }
        });
        return new SuggestionChanges(
                one.size(), codes.stream().map(code -> count(code, one, other)).toList(), changed);
    }

    private static List<CodeId> alone(List<CodeId> codes, Set<CodeId> here, Set<CodeId> there) {
        Set<CodeId> alone = new HashSet<>(here);
        alone.removeAll(there);
        return codes.stream().filter(alone::contains).toList();
    }

    private static OfCode count(CodeId code, Map<AnswerId, Set<CodeId>> one, Map<AnswerId, Set<CodeId>> other) {
        int before = 0;
        int after = 0;
        int both = 0;
        for (Map.Entry<AnswerId, Set<CodeId>> answer : one.entrySet()) {
            boolean first = answer.getValue().contains(code);
            boolean second = other.getOrDefault(answer.getKey(), Set.of()).contains(code);
            before += first ? 1 : 0;
            after += second ? 1 : 0;
            both += first && second ? 1 : 0;
        }
        return new OfCode(code, before, after, both);
    }

    /** Number of answers with the same suggestions. */
    public int unchanged() {
        return answers - changed.size();
    }

    /** Number of suggestions by both versions. */
    public int both() {
        return codes.stream().mapToInt(OfCode::both).sum();
    }

    /** Number of suggestions by either version. */
    public int either() {
        return codes.stream()
                .mapToInt(code -> code.one() + code.other() - code.both())
                .sum();
    }

    /** Jaccard index of the suggestions; 1 if there are none. */
    public double same() {
        return either() == 0 ? 1 : (double) both() / either();
    }
}
