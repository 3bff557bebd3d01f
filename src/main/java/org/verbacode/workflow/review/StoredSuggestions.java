package org.verbacode.workflow.review;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Suggestion;
import org.verbacode.learning.ModelCard;
import org.verbacode.store.Database;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Question;
import org.verbacode.workflow.model.QuestionSuggestions;

/** The stored suggestions of a question, made by saved model versions. */
final class StoredSuggestions implements QuestionSuggestions {
    private final Map<AnswerId, List<Suggestion>> suggestions;
    private final Map<AnswerId, ModelName> models;
    private final Map<AnswerId, List<CodeId>> proposed = new LinkedHashMap<>();
    private final Proposals proposals;

    StoredSuggestions(Database database, Question question, Proposals proposals) {
        this.proposals = proposals;
        suggestions = database.suggestions().ofQuestion(question.study(), question.name());
        models = database.suggestions().models(question.study(), question.name());
        suggestions.forEach((answer, ofAnswer) -> proposed.put(
                answer,
                ofAnswer.stream()
                        .filter(Suggestion::proposed)
                        .map(Suggestion::code)
                        .toList()));
    }

    @Override
    public boolean any() {
        return !suggestions.isEmpty();
    }

    @Override
    public List<Suggestion> of(AnswerId answer) {
        return suggestions.getOrDefault(answer, List.of());
    }

    @Override
    public Map<AnswerId, List<CodeId>> proposed() {
        return proposed;
    }

    /**
     * Estimates each code's threshold, which is not stored with the suggestions: half-way between the highest probability
     * that was not suggested and the lowest one above it that was. Suggestions below that, given because they were the
     * likeliest of their answer, are ignored.
     */
    @Override
    public Map<CodeId, Double> givenFrom() {
        Map<CodeId, Double> below = new HashMap<>();
        Map<CodeId, Double> above = new HashMap<>();
        suggestions.values().stream()
                .flatMap(List::stream)
                .filter(suggestion -> !suggestion.proposed())
                .forEach(suggestion -> below.merge(suggestion.code(), suggestion.probability(), Math::max));
        suggestions.values().stream()
                .flatMap(List::stream)
                .filter(Suggestion::proposed)
                .filter(suggestion -> suggestion.probability() >= below.getOrDefault(suggestion.code(), 0.0))
                .forEach(suggestion -> above.merge(suggestion.code(), suggestion.probability(), Math::min));
        Map<CodeId, Double> givenFrom = new HashMap<>();
        Stream.concat(below.keySet().stream(), above.keySet().stream())
                .forEach(code ->
                        givenFrom.put(code, (below.getOrDefault(code, 0.0) + above.getOrDefault(code, 1.0)) / 2));
        return givenFrom;
    }

    @Override
    public Optional<ModelName> by(AnswerId answer) {
        return Optional.ofNullable(models.get(answer));
    }

    @Override
    public Map<String, ModelCard.CodeLine> lines(AnswerId answer) {
        return by(answer).map(proposals::lines).orElse(Map.of());
    }
}
