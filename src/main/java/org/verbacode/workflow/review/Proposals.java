package org.verbacode.workflow.review;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Puts suggestions into words: which codes, how sure the model is, and what such a suggestion has been worth. */
final class Proposals {
    private static final int MOST = 9;
    private static final double LIKELY = 0.75;
    private static final double WORTH_A_LOOK = 0.15;

    private final StoredModels shelf;
    private final Map<ModelName, Map<String, ModelCard.CodeLine>> cards = new HashMap<>();

    Proposals(Path models) {
        this.shelf = new StoredModels(models);
    }

    /**
     * The codes the model gives an answer, and behind them those worth a look, each likeliest first.
     *
     * @param lines how good the model is for each code, by its id
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
                .limit(MOST)
                .toList();
    }

    private static Proposal proposal(Code code, Suggestion suggestion, ModelCard.@Nullable CodeLine line) {
        return new Proposal(code, likelihood(suggestion), worth(suggestion, line), line != null && line.applies() == 0);
    }

    private static Likelihood likelihood(Suggestion suggestion) {
        if (!suggestion.proposed()) {
            return Likelihood.TO_CHECK;
        }
        return suggestion.probability() >= LIKELY ? Likelihood.LIKELY : Likelihood.POSSIBLE;
    }

    /** Counted on the training answers, each judged by a model that had not learned from it. */
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

    /** How good a saved version is for each code, by its id; nothing if it has gone from the shelf. */
    Map<String, ModelCard.CodeLine> lines(ModelName model) {
        return cards.computeIfAbsent(model, name -> {
            Map<String, ModelCard.CodeLine> lines = new HashMap<>();
            try {
                shelf.card(name).codes().forEach(line -> lines.put(line.code(), line));
            } catch (RefusedException e) {
                // The version has gone from the shelf: its suggestions stay, what they are worth is not known.
                lines.clear();
            }
            return lines;
        });
    }
}
