package org.verbacode.learning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verbacode.coding.CodeId;
import org.verbacode.study.AnswerId;

/**
 * How two model versions differ in the codes they propose for the same answers.
 *
 * @param answers how many both have looked at
 * @param codes in the order in which they are shown
 * @param changed the answers for which they do not propose the same codes, in their order
 */
public record SuggestionChanges(int answers, List<OfCode> codes, List<Changed> changed) {

    /**
     * How often a code is proposed.
     *
     * @param one by the first version
     * @param other by the second
     * @param both by both, for the same answer
     */
    public record OfCode(CodeId code, int one, int other, int both) {
        /** Proposed by the second alone. */
        public int gained() {
            return other - both;
        }

        /** Proposed by the first alone. */
        public int lost() {
            return one - both;
        }
    }

    /**
     * An answer for which other codes are proposed.
     *
     * @param gained proposed by the second version alone
     * @param lost proposed by the first alone
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
     * Compares.
     *
     * @param codes those that count
     * @param one what the first version proposes, by answer
     * @param other the same of the second, for the same answers
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

    /** How many answers get the same codes from both. */
    public int unchanged() {
        return answers - changed.size();
    }

    /** Codes that both propose for the same answer. */
    public int both() {
        return codes.stream().mapToInt(OfCode::both).sum();
    }

    /** Codes that one of them proposes, or both. */
    public int either() {
        return codes.stream()
                .mapToInt(code -> code.one() + code.other() - code.both())
                .sum();
    }

    /** Of the codes that one of them proposes, the share that both propose; 1 if neither proposes any. */
    public double same() {
        return either() == 0 ? 1 : (double) both() / either();
    }
}
