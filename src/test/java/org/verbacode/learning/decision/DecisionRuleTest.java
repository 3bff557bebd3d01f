package org.verbacode.learning.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.verbacode.learning.decision.Thresholds.Judged;

class DecisionRuleTest {
    private static final double[] THRESHOLDS = {0, 1};
    private static final double[] OFFSETS = {0, 2};

    @Test
    void aCodeIsGivenFromItsOwnThreshold() {
        DecisionRule decisionRule = new DecisionRule(THRESHOLDS, OFFSETS, 0.2);

        assertThat(decisionRule.gives(new double[] {0, 0.9})).containsExactly(true, false);
        assertThat(decisionRule.gives(new double[] {3, 1})).containsExactly(true, true);
    }

    @Test
    void theLikeliestIsGivenWhereNoneReachesItsThreshold() {
        DecisionRule decisionRule = new DecisionRule(THRESHOLDS, OFFSETS, 0.2);

        assertThat(decisionRule.gives(new double[] {-1, -2}))
                .as("the second is at ½ by its offset")
                .containsExactly(false, true);
        assertThat(decisionRule.gives(new double[] {-1, -4})).containsExactly(true, false);
        assertThat(decisionRule.gives(new double[] {-2, -4}))
                .as("below a fifth")
                .containsExactly(false, false);
        assertThat(new DecisionRule(THRESHOLDS, OFFSETS, 1).gives(new double[] {-1, -2}))
                .containsExactly(false, false);
    }

    @Test
    void whatNobodyConsideredIsNotGiven() {
        DecisionRule decisionRule = new DecisionRule(THRESHOLDS, OFFSETS, 0.2);

        assertThat(decisionRule.gives(List.of(new Judged(0, -1, false)))).containsExactly(true, false);
        assertThat(decisionRule.gives(List.of())).containsExactly(false, false);
    }

    /** Answers of one code each, with noisy logits. */
    private static List<List<Judged>> answers(boolean bearing) {
        SplittableRandom random = new SplittableRandom(5);
        List<List<Judged>> answers = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int right = bearing || i % 4 == 0 ? random.nextInt(8) : -1;
            List<Judged> answer = new ArrayList<>();
            for (int code = 0; code < 8; code++) {
                double told = code == right ? (bearing ? 1 : 4) : 0;
                answer.add(new Judged(code, -3 + told + random.nextDouble() * 2, code == right));
            }
            answers.add(answer);
        }
        return answers;
    }

    @Test
    void whereEveryAnswerBearsACodeTheLikeliestIsWorthGiving() {
        List<List<Judged>> answers = answers(true);
        DecisionRule decisionRule = DecisionRule.of(answers, List.of(), 8);

        assertThat(decisionRule.lead).isBetween(0.1, 0.4);
        long given = answers.stream()
                .filter(answer -> given(decisionRule, answer) > 0)
                .count();
        DecisionRule without = new DecisionRule(decisionRule.thresholds, decisionRule.offsets, 1);
        assertThat(given)
                .isGreaterThan(answers.stream()
                        .filter(answer -> given(without, answer) > 0)
                        .count());
    }

    @Test
    void whereMostAnswersBearNoneNothingIsGivenForTheSakeOfIt() {
        assertThat(DecisionRule.of(answers(false), List.of(), 8).lead).isEqualTo(1, within(0.0));
    }

    /** A ninth code, created after the answers were coded, with high logits everywhere. */
    @Test
    void aCodeThatNobodyHasConsideredIsGivenAsOftenAsCodesAre() {
        SplittableRandom random = new SplittableRandom(6);
        List<Judged> unconsidered = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            unconsidered.add(new Judged(8, 2 + random.nextDouble(), false));
        }

        DecisionRule decisionRule = DecisionRule.of(answers(true), unconsidered, 9);

        long given = unconsidered.stream()
                .filter(pair -> pair.logit() >= decisionRule.thresholds[8])
                .count();
        assertThat(given).as("one answer in eight").isEqualTo(50);
        assertThat(unconsidered.stream()
                        .mapToDouble(pair -> decisionRule.probability(8, pair.logit()))
                        .average()
                        .orElse(0))
                .isCloseTo(1 / 8.0, within(1e-6));
        assertThat(DecisionRule.of(answers(true), List.of(), 9).thresholds[8])
                .as("without knowing that, everything would bear it")
                .isLessThan(2);
    }

    private static int given(DecisionRule decisionRule, List<Judged> answer) {
        int given = 0;
        for (boolean gives : decisionRule.gives(answer)) {
            given += gives ? 1 : 0;
        }
        return given;
    }
}
