package org.verbacode.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
        return new JudgedAnswer(id(0), considered, predicted, Map.of());
    }

    private static AnswerId id(int number) {
        return new AnswerId("%032x".formatted(number));
    }

    /** The same answers under different ids. */
    private static List<JudgedAnswer> numbered(List<JudgedAnswer> answers) {
        List<JudgedAnswer> numbered = new ArrayList<>();
        for (JudgedAnswer answer : answers) {
            numbered.add(
                    new JudgedAnswer(id(numbered.size()), answer.truth(), answer.predicted(), answer.probabilities()));
        }
        return numbered;
    }

    /** help: 2 both, 1 model alone; advice: 1 both, 1 people alone; trust: 1 people alone; never: nothing. */
    private static final List<JudgedAnswer> FOUR = numbered(List.of(
            answer(Set.of(HELP, ADVICE), Set.of(HELP, ADVICE)),
            answer(Set.of(HELP, TRUST), Set.of(HELP)),
            answer(Set.of(ADVICE), Set.of(HELP)),
            answer(Set.of(), Set.of())));

    @Test
    void eachCodeIsJudgedByItself() {
        Map<CodeId, Scores.CodeScore> codes = Scores.of(CODES, Set.of(), FOUR).perCode();

        assertThat(codes.keySet()).containsExactlyElementsOf(CODES);
        assertThat(codes).containsEntry(HELP, new Scores.CodeScore(2 / 3.0, 1, 0.8, 2, 3, 0, new Confusion(ADVICE, 1)));
        assertThat(codes).containsEntry(ADVICE, new Scores.CodeScore(1, 0.5, 2 / 3.0, 2, 1, 0, new Confusion(HELP, 1)));
        assertThat(codes).containsEntry(TRUST, new Scores.CodeScore(0, 0, 0, 1, 0, 0, null));
        assertThat(codes).containsEntry(NEVER, new Scores.CodeScore(0, 0, 0, 0, 0, 0, null));
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
        JudgedAnswer partly =
                new JudgedAnswer(id(0), Map.of(HELP, true), Set.of(HELP, TRUST), Map.of(HELP, 1.0, TRUST, 1.0));

        Scores scores = Scores.of(CODES, Set.of(), List.of(partly));

        assertThat(scores.microF1()).isEqualTo(1);
        assertThat(scores.jaccard()).isEqualTo(1);
        assertThat(scores.exactMatch()).isEqualTo(1);
        assertThat(scores.brier()).isZero();
    }

    @Test
    void probabilitiesAreHeldAgainstTheTruth() {
        Map<CodeId, Boolean> truth = Map.of(HELP, true, ADVICE, false);
        AnswerId id = id(0);
        AnswerId second = id(1);
        List<JudgedAnswer> answers = List.of(
                JudgedAnswer.of(
                        id,
                        truth,
                        List.of(new Suggestion(id, HELP, 0.9, true), new Suggestion(id, ADVICE, 0.2, false))),
                JudgedAnswer.of(
                        second,
                        Map.of(HELP, false, ADVICE, true),
                        List.of(new Suggestion(second, HELP, 0.95, true), new Suggestion(second, ADVICE, 1, true))));

        Scores scores = Scores.of(List.of(HELP, ADVICE), Set.of(), answers);

        // .1², .2², .95², 0²
        assertThat(scores.brier()).isEqualTo((0.01 + 0.04 + 0.9025 + 0) / 4, within(1e-12));
        // The highest bin holds .9, .95 and 1 with two of three true; the one of .2 holds no truth.
        assertThat(scores.calibrationError()).isEqualTo((Math.abs(2.85 - 2) + 0.2) / 4, within(1e-12));
        assertThat(scores.microF1()).isEqualTo(4 / 5.0);
        assertThat(scores.reliability().bins()).hasSize(10);
        Reliability.Bin highest = scores.reliability().bins().get(9);
        assertThat(highest.pairs()).isEqualTo(3);
        assertThat(highest.probability()).isCloseTo(0.95, within(1e-12));
        assertThat(highest.share()).isEqualTo(2 / 3.0);
        assertThat(scores.reliability().bins().get(2)).isEqualTo(new Reliability.Bin(0.2, 1, 0.2, 0));
        assertThat(scores.reliability().bins().get(5)).isEqualTo(new Reliability.Bin(0.5, 0, 0, 0));
    }

    private static JudgedAnswer said(int number, boolean applies, double probability) {
        return new JudgedAnswer(id(number), Map.of(HELP, applies), Set.of(), Map.of(HELP, probability));
    }

    @Test
    void averagePrecisionIsThatOfTheRanksWhereTheCodeIsFound() {
        // By falling probability: yes, no, yes, yes, no. Precision at the ranks of the yes: 1/1, 2/3, 3/4.
        List<JudgedAnswer> ranked = List.of(
                said(0, true, 0.9), said(1, false, 0.2), said(2, true, 0.7), said(3, false, 0.8), said(4, true, 0.6));

        assertThat(AveragePrecision.of(HELP, ranked)).isCloseTo((1 + 2 / 3.0 + 3 / 4.0) / 3, within(1e-12));
        assertThat(AveragePrecision.of(ADVICE, ranked)).isZero();
    }

    @Test
    void answersOfEqualProbabilityShareARankAndWhatIsNotRankedIsNeverFound() {
        // Two of three are found at the shared rank 3; the fourth is never found.
        List<JudgedAnswer> tied = List.of(
                said(0, true, 0.5),
                said(1, false, 0.5),
                said(2, true, 0.5),
                new JudgedAnswer(id(3), Map.of(HELP, true), Set.of(), Map.of()));

        assertThat(AveragePrecision.of(HELP, tied)).isCloseTo((2 / 3.0 + 2 / 3.0 + 0) / 3, within(1e-12));
    }

    @Test
    void aCodeIsConfusedWithTheOneThatMostOftenStandsInItsPlace() {
        // Trust is missed three times: help is given instead twice, advice once; on the fourth answer nothing is
        // missed.
        Map<CodeId, Scores.CodeScore> codes = Scores.of(
                        CODES,
                        Set.of(),
                        numbered(List.of(
                                answer(Set.of(TRUST), Set.of(HELP)),
                                answer(Set.of(TRUST), Set.of(HELP)),
                                answer(Set.of(TRUST), Set.of(ADVICE)),
                                answer(Set.of(TRUST), Set.of(TRUST, NEVER)))))
                .perCode();

        assertThat(codes.get(TRUST)).extracting(Scores.CodeScore::confusion).isEqualTo(new Confusion(HELP, 2));
        assertThat(codes.get(ADVICE)).extracting(Scores.CodeScore::confusion).isEqualTo(new Confusion(TRUST, 1));
        assertThat(codes.get(NEVER)).extracting(Scores.CodeScore::confusion).isNull();
    }

    @Test
    void judgingAnswersSeveralTimesGivesNoFalseCertainty() {
        List<JudgedAnswer> thrice = new ArrayList<>(FOUR);
        thrice.addAll(FOUR);
        thrice.addAll(FOUR);

        assertThat(Scores.of(CODES, Set.of(), thrice))
                .usingRecursiveComparison()
                .ignoringFields("perCode", "reliability")
                .isEqualTo(Scores.of(CODES, Set.of(), FOUR));
        assertThat(Scores.of(CODES, Set.of(), thrice).perCode().get(HELP))
                .extracting(Scores.CodeScore::support, Scores.CodeScore::predicted, Scores.CodeScore::confusion)
                .containsExactly(2, 3, new Confusion(ADVICE, 1));
    }

    @Test
    void theWorstMistakesAreWhatTheModelContradictsMost() {
        // Distances: .9, .75 (mean of .2 and .3), .2, .6; that of .2 is no contradiction.
        List<JudgedAnswer> answers = List.of(
                said(0, false, 0.9), said(1, true, 0.2), said(1, true, 0.3), said(2, false, 0.2), said(3, false, 0.6));

        assertThat(Mistake.worst(answers, 2))
                .containsExactly(new Mistake(id(0), HELP, false, 0.9), new Mistake(id(1), HELP, true, 0.25));
        assertThat(Mistake.worst(answers, 9)).hasSize(3);
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
        many = numbered(many);
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

    /**
     * Each code is always found; that a code of one answer in fifty is often not resampled must not count as a miss.
     */
    @Test
    void aRareCodeThatIsNotDrawnDoesNotLowerTheIntervalOfMacroF1() {
        List<JudgedAnswer> answers = new ArrayList<>(List.of(answer(Set.of(ADVICE), Set.of(ADVICE))));
        for (int i = 1; i < 50; i++) {
            answers.add(answer(Set.of(HELP), Set.of(HELP)));
        }

        Scores scores = Scores.of(List.of(HELP, ADVICE), Set.of(), numbered(answers));

        assertThat(scores.macroInterval()).isEqualTo(new Interval(1, 1));
        assertThat(Scores.of(List.of(HELP, ADVICE, NEVER), Set.of(NEVER), numbered(answers))
                        .macroInterval())
                .as("a code that was learned and that nobody gave counts as before")
                .isEqualTo(new Interval(1 / 2.0, 2 / 3.0));
    }

    @Test
    void aDifferenceIsOfTheSameAnswersDrawnForBoth() {
        List<JudgedAnswer> right = new ArrayList<>();
        List<JudgedAnswer> halfRight = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            right.add(answer(Set.of(HELP), Set.of(HELP)));
            halfRight.add(answer(Set.of(HELP), i % 2 == 0 ? Set.of(HELP) : Set.of(ADVICE)));
        }

        assertThat(Scores.microDifference(CODES, numbered(halfRight), numbered(halfRight)))
                .as("the same answers of the same model, whichever are drawn")
                .isEqualTo(new Interval(0, 0));
        Interval gain = Scores.microDifference(CODES, numbered(halfRight), numbered(right));
        // Of 40 answers half are right: a share of about 0.5 ± 0.16 at 95 %, and a micro-F1 that equals it.
        assertThat(gain.low()).isBetween(0.3, 0.4);
        assertThat(gain.high()).isBetween(0.6, 0.7);
        assertThatThrownBy(() -> Scores.microDifference(CODES, numbered(right), numbered(right.subList(0, 39))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Ranks 1 and 3 of three: (1/1 + 2/3) / 2. */
    @Test
    void aRankingIsAsGoodAsThePrecisionWhereEachBearingAnswerIsFound() {
        List<AveragePrecision.Ranked> ranked = List.of(
                new AveragePrecision.Ranked(-1, true),
                new AveragePrecision.Ranked(2, true),
                new AveragePrecision.Ranked(0, false));

        assertThat(AveragePrecision.of(ranked, 2)).isEqualTo((1 + 2 / 3.0) / 2);
        assertThat(AveragePrecision.of(ranked, 4)).as("two are not ranked").isEqualTo((1 + 2 / 3.0) / 4);
    }
}
