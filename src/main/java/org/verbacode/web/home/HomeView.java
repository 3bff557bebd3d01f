package org.verbacode.web.home;

import java.util.Locale;
import java.util.Optional;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Round;
import org.verbacode.study.Question;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.Page;
import org.verbacode.workflow.studies.NextStep;
import org.verbacode.workflow.studies.NextStep.Step;

/** The data of the home page beside the studies: what to do next in each question. */
public record HomeView(Page page, NextStep steps, Optional<CoderName> visitor) {
    public Step next(Question question) {
        return steps.of(question, visitor);
    }

    public String sentence(Step step) {
        Round round = step.round();
        return page.text(
                "home.next." + step.kind().name().toLowerCase(Locale.ROOT),
                step.count(),
                round == null ? "" : round.name());
    }

    /** The address of the page where a step is done. */
    public String address(Question question, Step step) {
        Round round = step.round();
        String path =
                switch (step.kind()) {
                    case CODEBOOK -> "/codebook";
                    case CODE_AT_RANDOM, ROUND, CHECK -> "/review";
                    case CORRECTIONS -> "/corrections";
                    case SETTLE -> "/settle";
                    case TRAIN -> "/model";
                    case AUDIT -> "/team";
                    case RESULTS -> "/results";
                };
        String order =
                switch (step.kind()) {
                    case CODE_AT_RANDOM -> "random";
                    case ROUND -> "draw";
                    case CHECK -> "to_check";
                    default -> "";
                };
        return Links.to(
                path,
                "study",
                question.study().value(),
                "question",
                question.name().value(),
                "order",
                order,
                "round",
                round == null ? "" : round.id().value());
    }
}
