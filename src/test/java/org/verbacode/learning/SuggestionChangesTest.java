package org.verbacode.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.verbacode.coding.CodeId;
import org.verbacode.learning.SuggestionChanges.Changed;
import org.verbacode.learning.SuggestionChanges.OfCode;
import org.verbacode.study.AnswerId;

class SuggestionChangesTest {
    private static final CodeId HELP = new CodeId("help");
    private static final CodeId ADVICE = new CodeId("advice");
    private static final CodeId RETIRED = new CodeId("retired");
    private static final AnswerId FIRST = new AnswerId("%032x".formatted(1));
    private static final AnswerId SECOND = new AnswerId("%032x".formatted(2));
    private static final AnswerId THIRD = new AnswerId("%032x".formatted(3));

    private static Map<AnswerId, Set<CodeId>> proposed(Set<CodeId> first, Set<CodeId> second, Set<CodeId> third) {
        Map<AnswerId, Set<CodeId>> proposed = new LinkedHashMap<>();
        proposed.put(FIRST, first);
        proposed.put(SECOND, second);
        proposed.put(THIRD, third);
        return proposed;
    }

    @Test
    void whatOneProposesAloneIsGainedOrLostAndOnlyCodesThatCountAreCounted() {
        SuggestionChanges changes = SuggestionChanges.between(
                List.of(HELP, ADVICE),
                proposed(Set.of(HELP), Set.of(HELP, RETIRED), Set.of(HELP, ADVICE)),
                proposed(Set.of(HELP), Set.of(HELP), Set.of(ADVICE)));

        assertThat(changes.codes()).containsExactly(new OfCode(HELP, 3, 2, 2), new OfCode(ADVICE, 1, 1, 1));
        assertThat(changes.codes().get(0).lost()).isEqualTo(1);
        assertThat(changes.codes().get(0).gained()).isZero();
        assertThat(changes.changed()).containsExactly(new Changed(THIRD, List.of(), List.of(HELP)));
        assertThat(changes.unchanged()).isEqualTo(2);
        assertThat(changes.both()).isEqualTo(3);
        assertThat(changes.either()).isEqualTo(4);
        assertThat(changes.same()).isEqualTo(0.75);
    }

    @Test
    void versionsThatProposeNothingAgree() {
        Map<AnswerId, Set<CodeId>> nothing = proposed(Set.of(), Set.of(), Set.of());

        assertThat(SuggestionChanges.between(List.of(HELP), nothing, nothing).same())
                .isEqualTo(1);
    }

    @Test
    void onlyTheSameAnswersAreCompared() {
        assertThatThrownBy(() -> SuggestionChanges.between(
                        List.of(HELP), Map.of(FIRST, Set.of(HELP)), Map.of(SECOND, Set.of(HELP))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
