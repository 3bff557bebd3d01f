package org.verbacode.workflow.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.learning.LiveModel;
import org.verbacode.learning.Model;
import org.verbacode.learning.ModelCard;
import org.verbacode.study.AnswerId;

/** The suggestions of a live model after the last decision that it has learned. */
public final class LiveSuggestions implements QuestionSuggestions {
    private final LiveModel model;
    private final ModelName name;
    private final FrenchAnalyser analyser;
    private final Map<AnswerId, List<CodeId>> proposed;
    private final Map<String, ModelCard.CodeLine> lines = new HashMap<>();

    /**
     * Computes the codes given to every answer.
     *
     * @param name the saved version and the last decision learned
     * @param analyser the analyser of the model
     */
    LiveSuggestions(LiveModel model, ModelName name, FrenchAnalyser analyser) {
        this.model = model;
        this.name = name;
        this.analyser = analyser;
        this.proposed = model.proposed();
    }

    @Override
    public boolean any() {
        return model.suggests();
    }

    @Override
    public List<Suggestion> of(AnswerId answer) {
        return model.has(answer) ? model.suggest(answer) : List.of();
    }

    @Override
    public Map<AnswerId, List<CodeId>> proposed() {
        return proposed;
    }

    @Override
    public Map<CodeId, Double> givenFrom() {
        return model.givenFrom();
    }

    @Override
    public Optional<ModelName> by(AnswerId answer) {
        return model.has(answer) && any() ? Optional.of(name) : Optional.empty();
    }

    @Override
    public synchronized Map<String, ModelCard.CodeLine> lines(AnswerId answer) {
        if (lines.isEmpty()) {
            lines.putAll(model.codeLines().stream()
                    .collect(Collectors.toMap(ModelCard.CodeLine::code, Function.identity())));
        }
        return lines;
    }

    /** The analyser of the model. */
    public FrenchAnalyser analyser() {
        return analyser;
    }

    /** A model that explains the suggestions of an answer; empty if there are none any more. */
    public Optional<Model> explaining(AnswerId answer) {
        return model.explaining(answer);
    }
}
