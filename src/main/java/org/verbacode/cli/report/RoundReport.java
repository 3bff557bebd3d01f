package org.verbacode.cli.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.Report;
import org.verbacode.cli.console.TextTable;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Round;
import org.verbacode.study.Message;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.coders.RoundProgress;
import org.verbacode.workflow.coders.ShowRound.Description;
import org.verbacode.workflow.coders.ShowRound.Stratum;

/** A round with the counts that estimates need. */
public record RoundReport(Description round) implements Report {

    /** The rounds of a workspace. */
    public static Report list(List<RoundProgress> rounds) {
        return Report.of(
                Map.of("draws", rounds.stream().map(RoundReport::summary).toList()), console -> {
                    if (rounds.isEmpty()) {
                        console.line(Message.of("cli.draw.none"));
                    }
                    rounds.forEach(progress -> line(progress, console));
                });
    }

    private static Map<String, Object> summary(RoundProgress progress) {
        Round round = progress.round();
        WaveName wave = round.draw().wave();
        ModelName model = round.model();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("draw", round.id().value());
        object.put("name", round.name());
        object.put("study", round.draw().study().value());
        object.put("question", round.draw().question().value());
        object.put("for", purpose(round));
        object.put("wave", wave == null ? null : wave.value());
        object.put("seed", round.draw().seed());
        object.put("at", round.draw().at().toString());
        object.put("coders", round.coders().stream().map(CoderName::value).toList());
        object.put("codebook_version", round.codebookVersion());
        object.put("model", model == null ? null : model.value());
        object.put("answers", progress.drawn());
        Map<String, Object> finished = new LinkedHashMap<>();
        progress.finished().forEach((coder, answers) -> finished.put(coder.value(), answers.size()));
        object.put("finished", finished);
        object.put("open", progress.isOpen());
        return object;
    }

    private static String purpose(Round round) {
        return round.draw().purpose().name().toLowerCase(Locale.ROOT).replace("_coding", "");
    }

    private static void line(RoundProgress progress, Console console) {
        Round round = progress.round();
        console.line(Message.of(
                progress.isOpen() ? "cli.draw.open" : "cli.draw.finished",
                round.name(),
                Message.of("cli.draw.for." + purpose(round)),
                round.draw().study().value() + " · " + round.draw().question().value(),
                progress.coded().size(),
                progress.drawn(),
                round.id().value()));
        progress.finished()
                .forEach((coder, answers) ->
                        console.line(Message.of("cli.draw.coder", coder.value(), answers.size(), progress.drawn())));
    }

    @Override
    public Object json(Locale locale) {
        Map<String, Object> object = summary(round.progress());
        object.remove("answers");
        object.put("population", round.population());
        object.put("known", round.known());
        object.put("drawn", round.progress().drawn());
        object.put("coded", round.coded());
        Map<String, Object> codes = new LinkedHashMap<>();
        round.codes()
                .forEach((code, strata) -> codes.put(
                        code.name(),
                        Map.of(
                                "strata",
                                strata.stream().map(RoundReport::stratum).toList())));
        object.put("codes", codes);
        return object;
    }

    private static Map<String, Object> stratum(Stratum stratum) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("labelled", stratum.labelled());
        object.put("size", stratum.size());
        object.put("drawn", stratum.drawn());
        object.put("coded", stratum.coded());
        object.put("positive", stratum.positive());
        return object;
    }

    @Override
    public void print(Console console) {
        line(round.progress(), console);
        console.line(Message.of("cli.draw.population", round.population(), round.known(), round.coded()));
        TextTable table = new TextTable();
        table.add(
                Message.of("cli.draw.code"),
                Message.of("cli.draw.label"),
                Message.of("cli.draw.size"),
                Message.of("cli.draw.drawn"),
                Message.of("cli.draw.coded"),
                Message.of("cli.draw.positive"));
        round.codes()
                .forEach((code, strata) -> strata.forEach(stratum -> table.add(
                        code.name(),
                        Message.of(stratum.labelled() ? "cli.draw.labelled" : "cli.draw.unlabelled"),
                        stratum.size(),
                        stratum.drawn(),
                        stratum.coded(),
                        stratum.positive())));
        table.print(console);
    }
}
