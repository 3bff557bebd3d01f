package org.verbacode.workflow.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.Suggestion;
import org.verbacode.learning.ModelCard;
import org.verbacode.study.AnswerId;
import org.verbacode.workflow.SampleStudy;

class ProposalsTest {
    private static final AnswerId ANSWER = new AnswerId("0".repeat(32));
    private static final CodeId LEARNED = new CodeId("learned");
    private static final CodeId DEFINED = new CodeId("defined");
    private static final Codebook CODEBOOK = new Codebook(
            SampleStudy.QUESTION, 1, List.of(Code.named(LEARNED, "Soutien"), Code.named(DEFINED, "Écoute")));

    private static ModelCard.CodeLine line(CodeId code, int applies) {
        return new ModelCard.CodeLine(code.value(), code.value(), 40, applies, 0.5, 0.5, 0.5, null, 0);
    }

    @Test
    void codesWithoutAnExampleAreMarkedAndTheirWorthIsThatOfTheDefinition() {
        List<Suggestion> suggestions =
                List.of(new Suggestion(ANSWER, LEARNED, 0.9, true), new Suggestion(ANSWER, DEFINED, 0.6, true));
        Map<String, ModelCard.CodeLine> lines =
                Map.of(LEARNED.value(), line(LEARNED, 12), DEFINED.value(), line(DEFINED, 0));

        assertThat(Proposals.of(suggestions, lines, CODEBOOK))
                .extracting(
                        proposal -> proposal.code().id(),
                        ReviewScreen.Proposal::fromDefinition,
                        proposal -> proposal.worth().key())
                .containsExactly(
                        tuple(LEARNED, false, "workflow.review.worth"),
                        tuple(DEFINED, true, "workflow.review.worth.definition"));
        assertThat(Proposals.of(List.of(new Suggestion(ANSWER, LEARNED, 0.3, false)), lines, CODEBOOK))
                .as("how often it was right when it gave the code is not how often it is when it does not")
                .extracting(proposal -> proposal.worth().key())
                .containsExactly("workflow.review.worth.below");
        assertThat(Proposals.of(suggestions, Map.of(), CODEBOOK))
                .as("of a version that has gone from the storedModels nothing is known")
                .noneMatch(ReviewScreen.Proposal::fromDefinition);
    }
}
