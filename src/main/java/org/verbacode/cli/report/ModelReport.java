package org.verbacode.cli.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.Report;
import org.verbacode.exchange.Json;
import org.verbacode.learning.ModelCard;
import org.verbacode.learning.ModelChanges;
import org.verbacode.learning.Regularisation;
import org.verbacode.study.Message;
import org.verbacode.workflow.comparison.ModelComparison;
import org.verbacode.workflow.model.ChooseModel;

/** A model version: what it learned from and its quality for each code. */
public record ModelReport(ChooseModel.Version version) implements Report {
    @Override
    public Map<String, Object> json(Locale locale) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("model", version.card().model());
        keys.put("in_use", version.inUse());
        keys.putAll(Json.parts(version.card()));
        return keys;
    }

    @Override
    public void print(Console console) {
        ModelCard card = version.card();
        console.line(ModelList.line(console, version));
        console.line(Message.of(
                "cli.models.origin",
                String.join(", ", card.waves()),
                String.valueOf(card.codebookVersion()),
                card.recipe(),
                card.language()));
        String parent = card.parent();
        if (parent != null) {
            console.line(Message.of("cli.models.parent", parent));
            ModelChanges changes = card.changes();
            if (changes != null) {
                ModelComparison.changes(changes, parent, card.model())
                        .forEach(change -> console.line("  " + change.in(console.locale())));
            }
        }
        Regularisation caution = card.caution();
        if (caution != null) {
            console.line(Message.of("cli.models.cautious", caution.penalty(), caution.clauseShare()));
        }
        if (!card.waveWeights().isEmpty()) {
            console.line(Message.of("cli.models.weighed", weights(console, card)));
        }
        for (ModelCard.CodeLine code : card.codes()) {
            console.line(quality(code));
        }
    }

    private static Message quality(ModelCard.CodeLine code) {
        if (code.applies() == 0) {
            return Message.of("cli.models.code.definition", code.name(), code.considered());
        }
        if (!code.canBeJudged()) {
            return Message.of("cli.models.code.few", code.name(), code.applies(), code.considered());
        }
        return Message.of(
                "cli.models.code",
                code.name(),
                code.precision(),
                code.recall(),
                code.f1(),
                code.applies(),
                code.considered());
    }

    private static String weights(Console console, ModelCard card) {
        return card.waves().stream()
                .map(wave -> Message.of(
                                "workflow.model.train.wave",
                                wave,
                                card.waveWeights().getOrDefault(wave, 1.0))
                        .in(console.locale()))
                .collect(Collectors.joining(", "));
    }
}
