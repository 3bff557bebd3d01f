package org.verbacode.coding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Maps decisions to the codes of another codebook version, by the merges and splits between them. A whole applies if one of
 * its parts applies, and does not if all were considered and none applies. A part does not apply if its whole was
 * considered and does not. All else was not considered. A coder's own decision on a code has precedence.
 */
public final class CodeMapping {
    private final Map<CodeId, List<CodeId>> parts = new HashMap<>();
    private final Map<CodeId, List<CodeId>> wholes = new HashMap<>();

    public CodeMapping(Collection<CodeRelation> relations) {
        for (CodeRelation relation : relations) {
            parts.computeIfAbsent(relation.whole(), unused -> new ArrayList<>()).add(relation.part());
            wholes.computeIfAbsent(relation.part(), unused -> new ArrayList<>()).add(relation.whole());
        }
    }

    /**
     * The verdicts on some codes.
     *
     * @param codes of the wanted version, in its order
     * @param decided the coder's decisions, on codes of any version
     * @param implied the codes that the coder considered by finishing the answer; without a decision they do not apply,
     *     unless a part of theirs does
     * @return whether each considered code applies, in the order of the codes
     */
    public Map<CodeId, Boolean> map(Collection<Code> codes, Map<CodeId, Boolean> decided, Set<CodeId> implied) {
        Map<CodeId, Boolean> verdicts = new LinkedHashMap<>();
        for (Code code : codes) {
            Boolean verdict = verdict(code.id(), decided, implied, new HashSet<>());
            if (verdict != null) {
                verdicts.put(code.id(), verdict);
            }
        }
        return verdicts;
    }

    /** @param visited the codes on the way here, which damaged data could make a circle */
    private @Nullable Boolean verdict(
            CodeId code, Map<CodeId, Boolean> decided, Set<CodeId> implied, Set<CodeId> visited) {
        Boolean own = decided.get(code);
        if (own != null) {
            return own;
        }
        visited.add(code);
        Boolean ofParts = ofParts(code, decided, implied, visited);
        if (ofParts == null && (implied.contains(code) || anyWholeIsDenied(code, decided, implied, visited))) {
            ofParts = false;
        }
        visited.remove(code);
        return ofParts;
    }

    private @Nullable Boolean ofParts(
            CodeId whole, Map<CodeId, Boolean> decided, Set<CodeId> implied, Set<CodeId> visited) {
        List<CodeId> of = parts.getOrDefault(whole, List.of());
        boolean allDenied = !of.isEmpty();
        for (CodeId part : of) {
            Boolean verdict = visited.contains(part) ? null : verdict(part, decided, implied, visited);
            if (Boolean.TRUE.equals(verdict)) {
                return true;
            }
            allDenied &= verdict != null;
        }
        return allDenied ? Boolean.FALSE : null;
    }

    /**
     * The probability of a code that a model may not know: its own, else the highest of its parts, else the lowest of its
     * wholes, which a part cannot exceed.
     *
     * @param known the probabilities of the codes that the model knows
     * @return 0 if nothing is known
     */
    public double probability(CodeId code, Map<CodeId, Double> known) {
        Double own = known.get(code);
        if (own != null) {
            return own;
        }
        return reached(code, parts, known)
                .max()
                .orElseGet(() -> reached(code, wholes, known).min().orElse(0));
    }

    /** The known probabilities of the codes that relations lead to, up to the first known one on each way. */
    private static DoubleStream reached(CodeId from, Map<CodeId, List<CodeId>> relations, Map<CodeId, Double> known) {
        List<CodeId> reached = new ArrayList<>(relations.getOrDefault(from, List.of()));
        Set<CodeId> visited = new HashSet<>();
        while (!reached.isEmpty()) {
            CodeId code = reached.remove(reached.size() - 1);
            if (visited.add(code) && !known.containsKey(code)) {
                reached.addAll(relations.getOrDefault(code, List.of()));
            }
        }
        return visited.stream().filter(known::containsKey).mapToDouble(known::get);
    }

    private boolean anyWholeIsDenied(
            CodeId part, Map<CodeId, Boolean> decided, Set<CodeId> implied, Set<CodeId> visited) {
        for (CodeId whole : wholes.getOrDefault(part, List.of())) {
            if (!visited.contains(whole) && Boolean.FALSE.equals(verdict(whole, decided, implied, visited))) {
                return true;
            }
        }
        return false;
    }
}
