package org.verbacode.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.Report;
import org.verbacode.search.Concordance;
import org.verbacode.search.MatchForm;
import org.verbacode.study.Message;
import org.verbacode.workflow.search.SearchAnswers;
import org.verbacode.workflow.search.SearchAnswers.Match;

/**
 * The answers that a search found, each with the form by which it was found.
 *
 * @param kwic whether the words found are shown in their context
 * @param related words of similar meaning, if they were asked for
 */
public record SearchReport(SearchAnswers.Found found, boolean kwic, Optional<List<String>> related) implements Report {
    /** Characters of context on each side of a word found. */
    private static final int CONTEXT = 40;

    @Override
    public Map<String, Object> json(Locale locale) {
        List<Map<String, Object>> answers = new ArrayList<>();
        for (Match match : found.matches()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("id", match.answer().respondent().value());
            answer.put("question", match.answer().question().value());
            answer.put("wave", match.answer().wave().value());
            answer.put("text", match.answer().text());
            answer.put("score", match.hit().score());
            answer.put("spans", match.hit().spans());
            MatchForm form = match.hit().form();
            answer.put("form", form == null ? null : form.name().toLowerCase(Locale.ROOT));
            if (kwic) {
                answer.put(
                        "lines",
                        match.lines(CONTEXT).stream()
                                .map(line -> Map.of("left", line.left(), "match", line.match(), "right", line.right()))
                                .toList());
            }
            answers.add(answer);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", found.total());
        json.put("answers", answers);
        related.ifPresent(words -> json.put("also", words));
        return json;
    }

    @Override
    public void print(Console console) {
        for (Match match : found.matches()) {
            String place = match.answer().wave().value() + "\t"
                    + match.answer().question().value() + "\t"
                    + match.answer().respondent().value();
            String form = match.form().map(said -> said.in(console.locale())).orElse("");
            if (kwic) {
                for (Concordance.Line line : match.lines(CONTEXT)) {
                    String left =
                            " ".repeat(Math.max(0, CONTEXT + 1 - line.left().length())) + line.left();
                    console.line(left + "[" + line.match() + "]" + line.right() + "\t" + place + "\t" + form);
                }
            } else {
                console.line(place + "\t" + Console.oneLine(match.answer().text()) + "\t" + form);
            }
        }
        console.tell(
                Message.of("cli.search.found", found.total(), found.matches().size()));
        related.filter(words -> !words.isEmpty())
                .ifPresent(words -> console.tell(Message.of("cli.search.also", String.join(", ", words))));
    }
}
