package org.verbacode.workflow.review;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Suggestion;
import org.verbacode.learning.ModelCard;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.model.StoredModels;
import org.verbacode.workflow.review.ReviewScreen.Likelihood;
import org.verbacode.workflow.review.ReviewScreen.Proposal;

/** Describes suggestions to coders: the code, how likely it is, and how often such suggestions were right. */
final class Proposals {
    /** Proposals shown at most: the keys 1 to 9 choose one. */
    private static final int MAX_SHOWN = 9;
    /** A suggested code of at least this probability is called likely. */
    private static final double LIKELY = 0.75;
    /** A code that is not suggested is shown from this probability on. */
    private static final double WORTH_A_LOOK = 0.15;

    private final StoredModels models;
    private final Map<ModelName, Map<String, ModelCard.CodeLine>> cards = new ConcurrentHashMap<>();

    Proposals(Path folder) {
        this.models = new StoredModels(folder);
    }

    /**
     * The suggested codes of an answer, then those worth a look, each group by falling probability.
     *
     * @param lines quality of the model for each code, by the code's id
     */
    static List<Proposal> of(List<Suggestion> suggestions, Map<String, ModelCard.CodeLine> lines, Codebook codebook) {
        return Stream.concat(
                        suggestions.stream().filter(Suggestion::proposed),
                        suggestions.stream()
                                .filter(suggestion ->
                                        !suggestion.proposed() && suggestion.probability() >= WORTH_A_LOOK))
                .flatMap(suggestion -> codebook.byId(suggestion.code()).stream()
                        .map(code ->
                                proposal(code, suggestion, lines.get(code.id().value()))))
                .limit(MAX_SHOWN)
                .toList();
    }

    private static Proposal proposal(Code code, Suggestion suggestion, ModelCard.@Nullable CodeLine line) {
        return new Proposal(code, likelihood(suggestion), worth(suggestion, line), line != null && line.applies() == 0);
    }

    static Likelihood likelihood(Suggestion suggestion) {
        if (!suggestion.proposed()) {
            return Likelihood.TO_CHECK;
        }
        return suggestion.probability() >= LIKELY ? Likelihood.LIKELY : Likelihood.POSSIBLE;
    }

    /** Precision of such suggestions, counted on the leave-one-out predictions of the training answers. */
    private static Message worth(Suggestion suggestion, ModelCard.@Nullable CodeLine line) {
        if (line == null) {
            return Message.of("workflow.review.worth.unknown");
        }
        if (line.applies() == 0) {
            return Message.of("workflow.review.worth.definition");
        }
        if (!line.canBeJudged()) {
            return Message.of("workflow.review.worth.few", line.applies());
        }
        if (line.right() == 0) {
            return Message.of("workflow.review.worth.never");
        }
        return Message.of(
                suggestion.proposed() ? "workflow.review.worth" : "workflow.review.worth.below",
                line.given(),
                line.right());
    }

    /** Quality of a saved version for each code, by the code's id; empty if the version has been deleted. */
    Map<String, ModelCard.CodeLine> lines(ModelName model) {
        return cards.computeIfAbsent(model, name -> {
            Map<String, ModelCard.CodeLine> lines = new HashMap<>();
            try {
                models.card(name).codes().forEach(line -> lines.put(line.code(), line));
            } catch (RefusedException e) {
                // The version has been deleted: its suggestions stay, their quality is unknown.
                lines.clear();
            }
            return lines;
        });
    }
}
