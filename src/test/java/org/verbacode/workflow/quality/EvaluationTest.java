package org.verbacode.workflow.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.quality.JudgedAnswer;
import org.verbacode.quality.Scores;
import org.verbacode.study.AnswerId;

class EvaluationTest {
    private static final CodeId COMMON = new CodeId("common");
    private static final CodeId RARE = new CodeId("rare");
    private static final List<Code> CODES = Stream.of(COMMON, RARE)
            .map(id -> new Code(id, id.value(), null, "", "", "", "", null))
            .toList();

    private static JudgedAnswer rightly(int number, CodeId code) {
        return new JudgedAnswer(
                new AnswerId("%032x".formatted(number)),
                Map.of(COMMON, code.equals(COMMON), RARE, code.equals(RARE)),
                Set.of(code),
                Map.of());
    }

    /** A code given by nobody in a group does not count there. */
    @Test
    void macroF1OfAGroupIsOverTheCodesGivenInIt() {
        List<JudgedAnswer> group = List.of(rightly(1, COMMON), rightly(2, COMMON));
        List<JudgedAnswer> all = List.of(rightly(1, COMMON), rightly(2, COMMON), rightly(3, RARE));
        Set<CodeId> learned = Set.of(COMMON, RARE);
        Scores scores = Scores.of(List.of(COMMON, RARE), learned, all);
        Evaluation evaluation =
                new Evaluation(CODES, learned, scores, all, Map.of(), List.of(), Map.of(), Map.of(), null, 0, 0);

        assertThat(evaluation.scores().macroF1()).isEqualTo(1);
        assertThat(evaluation.scoresOfPart(group).macroF1()).isEqualTo(1);
    }
}
