package org.verbacode.cli.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.Report;
import org.verbacode.study.Message;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.studies.DescribeStudies;

/** A study: respondents, answers and codings of each wave. */
public record StudyReport(DescribeStudies.Description description) implements Report {
    @Override
    public Map<String, Object> json(Locale locale) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("study", description.study().value());
        object.put("notice", description.notice());
        object.put("respondents", byName(description.respondents()));
        object.put(
                "questions",
                description.questions().stream()
                        .map(question -> {
                            Map<String, Object> asked = new LinkedHashMap<>();
                            asked.put("name", question.name().value());
                            asked.put("given", byName(question.given()));
                            asked.put("blank", byName(question.blank()));
                            asked.put("codes", question.codes());
                            asked.put("coded", question.coded());
                            return asked;
                        })
                        .toList());
        return object;
    }

    private static Map<String, Long> byName(Map<WaveName, Long> counts) {
        Map<String, Long> named = new LinkedHashMap<>();
        counts.forEach((wave, count) -> named.put(wave.value(), count));
        return named;
    }

    @Override
    public void print(Console console) {
        console.line(description.study().value());
        if (!description.notice().isEmpty()) {
            console.line(description.notice());
        }
        description
                .respondents()
                .forEach((wave, count) -> console.line(Message.of("cli.studies.respondents", wave.value(), count)));
        for (DescribeStudies.Asked question : description.questions()) {
            console.line(Message.of("cli.studies.question", question.name().value(), question.codes()));
            question.given()
                    .forEach((wave, count) -> console.line(Message.of(
                            "cli.studies.given",
                            wave.value(),
                            count,
                            question.blank().getOrDefault(wave, 0L))));
            question.coded().forEach((coder, count) -> console.line(Message.of("cli.studies.coded", coder, count)));
        }
    }
}
