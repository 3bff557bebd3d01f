package org.verbacode.cli.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.Report;
import org.verbacode.learning.ModelCard;
import org.verbacode.study.Message;
import org.verbacode.workflow.model.ChooseModel;

/** All model versions of a workspace. */
public record ModelList(List<ChooseModel.Version> versions) implements Report {
    @Override
    public Map<String, Object> json(Locale locale) {
        return Map.of("models", versions.stream().map(ModelList::json).toList());
    }

    private static Map<String, Object> json(ChooseModel.Version version) {
        ModelCard card = version.card();
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("model", card.model());
        keys.put("study", card.study());
        keys.put("question", card.question());
        keys.put("examples", card.examples());
        keys.put("trained", card.trained());
        keys.put("in_use", version.inUse());
        return keys;
    }

    @Override
    public void print(Console console) {
        versions.forEach(version -> console.line(line(console, version)));
    }

    static Message line(Console console, ChooseModel.Version version) {
        ModelCard card = version.card();
        return Message.of(
                version.inUse() ? "cli.models.in-use" : "cli.models.line",
                card.model(),
                card.study(),
                card.question(),
                card.examples(),
                console.moment(card.trained()));
    }
}
