package org.verbacode.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeMappingTest {
    private static final CodeId WHOLE = new CodeId("whole");
    private static final CodeId FIRST = new CodeId("first");
    private static final CodeId SECOND = new CodeId("second");
    private static final CodeMapping MAPPING =
            new CodeMapping(List.of(new CodeRelation(2, WHOLE, FIRST), new CodeRelation(2, WHOLE, SECOND)));

    private static List<Code> codes(CodeId... ids) {
        return List.of(ids).stream().map(id -> Code.named(id, id.value())).toList();
    }

    @Test
    void aWholeAppliesIfOneOfItsPartsDoes() {
        assertThat(MAPPING.map(codes(WHOLE), Map.of(FIRST, true), Set.of())).containsExactly(Map.entry(WHOLE, true));
        assertThat(MAPPING.map(codes(WHOLE), Map.of(FIRST, true, SECOND, false), Set.of()))
                .containsExactly(Map.entry(WHOLE, true));
    }

    @Test
    void aWholeDoesNotApplyOnlyIfAllItsPartsWereConsidered() {
        assertThat(MAPPING.map(codes(WHOLE), Map.of(FIRST, false), Set.of())).isEmpty();
        assertThat(MAPPING.map(codes(WHOLE), Map.of(FIRST, false), Set.of(SECOND)))
                .containsExactly(Map.entry(WHOLE, false));
    }

    @Test
    void aPartIsNotConsideredWhereItsWholeAppliesAndDoesNotApplyWhereItDoesNot() {
        assertThat(MAPPING.map(codes(FIRST, SECOND), Map.of(WHOLE, true), Set.of(WHOLE)))
                .isEmpty();
        assertThat(MAPPING.map(codes(FIRST, SECOND), Map.of(), Set.of(WHOLE)))
                .containsExactly(Map.entry(FIRST, false), Map.entry(SECOND, false));
    }

    @Test
    void aDecisionOfTheCoderHasPrecedenceAndAFinishedAnswerKeepsWhatItsPartsSay() {
        assertThat(MAPPING.map(codes(WHOLE), Map.of(FIRST, true, WHOLE, false), Set.of(WHOLE)))
                .containsExactly(Map.entry(WHOLE, false));
        assertThat(MAPPING.map(codes(WHOLE), Map.of(FIRST, true), Set.of(WHOLE)))
                .containsExactly(Map.entry(WHOLE, true));
    }

    @Test
    void aMergedCodeIsAsLikelyAsItsLikeliestPartAndAPartAtMostAsItsWhole() {
        assertThat(MAPPING.probability(WHOLE, Map.of(FIRST, 0.2, SECOND, 0.7))).isEqualTo(0.7);
        assertThat(MAPPING.probability(WHOLE, Map.of(FIRST, 0.2, WHOLE, 0.1))).isEqualTo(0.1);
        assertThat(MAPPING.probability(FIRST, Map.of(WHOLE, 0.1))).isEqualTo(0.1);
        assertThat(MAPPING.probability(FIRST, Map.of())).isZero();
        CodeMapping circle =
                new CodeMapping(List.of(new CodeRelation(2, WHOLE, FIRST), new CodeRelation(3, FIRST, WHOLE)));
        assertThat(circle.probability(WHOLE, Map.of(SECOND, 0.5))).isZero();
    }

    @Test
    void aCircleInDamagedDataEnds() {
        CodeMapping circle =
                new CodeMapping(List.of(new CodeRelation(2, WHOLE, FIRST), new CodeRelation(3, FIRST, WHOLE)));

        assertThat(circle.map(codes(WHOLE, FIRST), Map.of(), Set.of())).isEmpty();
        assertThat(circle.map(codes(WHOLE), Map.of(FIRST, true), Set.of())).containsExactly(Map.entry(WHOLE, true));
    }

    /** Merges and splits at random: a code applies after the way there and back exactly where it applied before. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsMergedOrSplitAWholeAppliesExactlyWhereOneOfItsLeavesDoes(long seed) {
        Random random = new Random(seed);
        List<CodeId> now = new ArrayList<>();
        Map<CodeId, Set<CodeId>> leaves = new HashMap<>();
        for (int i = 0; i < 8; i++) {
            CodeId leaf = new CodeId("leaf" + i);
            now.add(leaf);
            leaves.put(leaf, Set.of(leaf));
        }
        Set<CodeId> first = Set.copyOf(now);
        List<CodeRelation> relations = new ArrayList<>();
        for (int version = 2; now.size() > 1; version++) {
            CodeId one = now.remove(random.nextInt(now.size()));
            CodeId other = now.remove(random.nextInt(now.size()));
            CodeId merged = new CodeId("merged" + version);
            relations.add(new CodeRelation(version, merged, one));
            relations.add(new CodeRelation(version, merged, other));
            Set<CodeId> both = new HashSet<>(leaves.getOrDefault(one, Set.of()));
            both.addAll(leaves.getOrDefault(other, Set.of()));
            leaves.put(merged, both);
            now.add(merged);
            check(random, first, now, leaves, relations);
        }
    }

    private static void check(
            Random random,
            Set<CodeId> first,
            List<CodeId> now,
            Map<CodeId, Set<CodeId>> leaves,
            List<CodeRelation> relations) {
        Map<CodeId, Boolean> decided = new HashMap<>();
        first.forEach(leaf -> {
            if (random.nextInt(3) == 0) {
                decided.put(leaf, true);
            }
        });
        Map<CodeId, Boolean> mapped = new CodeMapping(relations).map(codes(now.toArray(CodeId[]::new)), decided, first);
        for (CodeId code : now) {
            assertThat(mapped)
                    .containsEntry(
                            code, leaves.getOrDefault(code, Set.of()).stream().anyMatch(decided::containsKey));
        }
    }
}
