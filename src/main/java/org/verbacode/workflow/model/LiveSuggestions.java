package org.verbacode.workflow.model;

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
import org.verbacode.learning.LiveOverview;
import org.verbacode.learning.Model;
import org.verbacode.learning.ModelCard;
import org.verbacode.study.AnswerId;

/** The suggestions of a live model after the last decision that it has learned. */
public final class LiveSuggestions implements QuestionSuggestions {
    private final LiveModel model;
    private final ModelName name;
    private final FrenchAnalyser analyser;
    private final LiveOverview overview;
    private final Map<String, ModelCard.CodeLine> lines;

    /**
     * @param name the saved version and the last decision learned
     * @param analyser the analyser of the model
     * @param overview what was computed for all answers, perhaps a few decisions ago
     */
    LiveSuggestions(LiveModel model, ModelName name, FrenchAnalyser analyser, LiveOverview overview) {
        this.model = model;
        this.name = name;
        this.analyser = analyser;
        this.overview = overview;
        this.lines = overview.lines().stream().collect(Collectors.toMap(ModelCard.CodeLine::code, Function.identity()));
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
        return overview.proposed();
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
    public Map<String, ModelCard.CodeLine> lines(AnswerId answer) {
        return lines;
    }

    LiveOverview overview() {
        return overview;
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
