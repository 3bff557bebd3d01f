package org.verbacode.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Suggestion;
import org.verbacode.study.AnswerId;

class ScoresTest {
    private static final CodeId HELP = new CodeId("help");
    private static final CodeId ADVICE = new CodeId("advice");
    private static final CodeId TRUST = new CodeId("trust");
    private static final CodeId NEVER = new CodeId("never");
    private static final List<CodeId> CODES = List.of(HELP, ADVICE, TRUST, NEVER);

    private static JudgedAnswer answer(Set<CodeId> truth, Set<CodeId> predicted) {
        Map<CodeId, Boolean> considered = new LinkedHashMap<>();
        CODES.forEach(code -> considered.put(code, truth.contains(code)));
        return new JudgedAnswer(considered, predicted, Map.of());
    }

    /** help: 2 both, 1 model alone; advice: 1 both, 1 people alone; trust: 1 people alone; never: nothing. */
    private static final List<JudgedAnswer> FOUR = List.of(
            answer(Set.of(HELP, ADVICE), Set.of(HELP, ADVICE)),
            answer(Set.of(HELP, TRUST), Set.of(HELP)),
            answer(Set.of(ADVICE), Set.of(HELP)),
            answer(Set.of(), Set.of()));

    @Test
    void eachCodeIsJudgedByItself() {
        Map<CodeId, Scores.CodeScore> codes = Scores.of(CODES, Set.of(), FOUR).perCode();

        assertThat(codes.keySet()).containsExactlyElementsOf(CODES);
        assertThat(codes).containsEntry(HELP, new Scores.CodeScore(2 / 3.0, 1, 0.8, 2, 3));
        assertThat(codes).containsEntry(ADVICE, new Scores.CodeScore(1, 0.5, 2 / 3.0, 2, 1));
        assertThat(codes).containsEntry(TRUST, new Scores.CodeScore(0, 0, 0, 1, 0));
        assertThat(codes).containsEntry(NEVER, new Scores.CodeScore(0, 0, 0, 0, 0));
    }

    @Test
    void microF1CountsAllPairsTogether() {
        // 3 both, 1 model alone, 2 people alone: 6 / 9.
        assertThat(Scores.of(CODES, Set.of(), FOUR).microF1()).isEqualTo(6 / 9.0);
    }

    @Test
    void macroF1LeavesOutCodesThatNobodyGave() {
        assertThat(Scores.of(CODES, Set.of(), FOUR).macroF1()).isEqualTo((0.8 + 2 / 3.0 + 0) / 3);
        assertThat(Scores.of(CODES, Set.of(NEVER), FOUR).macroF1()).isEqualTo((0.8 + 2 / 3.0 + 0 + 0) / 4);
    }

    @Test
    void emptySetsAgree() {
        Scores scores = Scores.of(CODES, Set.of(), FOUR);

        assertThat(scores.jaccard()).isEqualTo((1 + 0.5 + 0 + 1) / 4);
        assertThat(scores.exactMatch()).isEqualTo(0.5);
    }

    @Test
    void whatNobodyConsideredIsNotJudged() {
        JudgedAnswer partly = new JudgedAnswer(Map.of(HELP, true), Set.of(HELP, TRUST), Map.of(HELP, 1.0, TRUST, 1.0));

        Scores scores = Scores.of(CODES, Set.of(), List.of(partly));

        assertThat(scores.microF1()).isEqualTo(1);
        assertThat(scores.jaccard()).isEqualTo(1);
        assertThat(scores.exactMatch()).isEqualTo(1);
        assertThat(scores.brier()).isZero();
    }

    @Test
    void probabilitiesAreHeldAgainstTheTruth() {
        Map<CodeId, Boolean> truth = Map.of(HELP, true, ADVICE, false);
        AnswerId id = new AnswerId("0".repeat(32));
        List<JudgedAnswer> answers = List.of(
                JudgedAnswer.of(
                        truth, List.of(new Suggestion(id, HELP, 0.9, true), new Suggestion(id, ADVICE, 0.2, false))),
                JudgedAnswer.of(
                        Map.of(HELP, false, ADVICE, true),
                        List.of(new Suggestion(id, HELP, 0.95, true), new Suggestion(id, ADVICE, 1, true))));

        Scores scores = Scores.of(List.of(HELP, ADVICE), Set.of(), answers);

        // .1², .2², .95², 0²
        assertThat(scores.brier()).isEqualTo((0.01 + 0.04 + 0.9025 + 0) / 4, within(1e-12));
        // The highest bin holds .9, .95 and 1 with two of three true; the one of .2 holds no truth.
        assertThat(scores.calibrationError()).isEqualTo((Math.abs(2.85 - 2) + 0.2) / 4, within(1e-12));
        assertThat(scores.microF1()).isEqualTo(4 / 5.0);
    }

    @Test
    void nothingToJudgeGivesNoFigureThatIsNotANumber() {
        Scores scores = Scores.of(CODES, Set.of(), List.of());

        assertThat(List.of(scores.microF1(), scores.macroF1(), scores.jaccard(), scores.exactMatch(), scores.brier()))
                .containsOnly(0.0);
    }

    @Test
    void intervalsHoldTheFigureAndNarrowAsMoreIsJudged() {
        List<JudgedAnswer> many = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            many.addAll(FOUR);
        }
        Scores few = Scores.of(CODES, Set.of(), FOUR);
        Scores more = Scores.of(CODES, Set.of(), many);

        assertThat(few.microF1())
                .isBetween(few.microInterval().low(), few.microInterval().high());
        assertThat(more.macroF1())
                .isBetween(more.macroInterval().low(), more.macroInterval().high());
        assertThat(more.microInterval().high() - more.microInterval().low())
                .isLessThan((few.microInterval().high() - few.microInterval().low()) / 3);
        // 200 answers, 450 codes given or wanted: the half-width of two standard errors of a share of 2/3 is about .05.
        assertThat(more.microInterval().low()).isCloseTo(6 / 9.0 - 0.05, within(0.02));
        assertThat(Scores.of(CODES, Set.of(), List.of()).microInterval()).isEqualTo(new Interval(0, 0));
    }
}
