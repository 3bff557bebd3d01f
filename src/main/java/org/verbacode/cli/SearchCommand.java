package org.verbacode.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.TerminalProgress;
import org.verbacode.search.Concordance;
import org.verbacode.search.Scope;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.search.SearchAnswers;
import org.verbacode.workflow.search.SearchAnswers.Match;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code search}: answers by their words, or the words in their context. */
@Command(name = "search")
final class SearchCommand implements Callable<Integer> {
    private static final int WIDTH = 40;
    private static final int MOST_OTHERS = 8;

    @Mixin
    CommonOptions options = new CommonOptions();

    @Option(names = "--study", required = true, paramLabel = "S", descriptionKey = "common.study")
    String study = "";

    @Option(names = "--question", paramLabel = "Q", descriptionKey = "common.question")
    @Nullable
    String question;

    @Option(names = "--wave", paramLabel = "W", descriptionKey = "search.wave")
    @Nullable
    String wave;

    @Option(names = "--kwic", descriptionKey = "search.kwic")
    boolean kwic;

    @Option(names = "--also", descriptionKey = "search.also")
    boolean also;

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "search.limit")
    int limit = 50;

    @Parameters(arity = "1..*", paramLabel = "QUERY", descriptionKey = "search.query")
    List<String> query = new ArrayList<>();

    @Override
    public Integer call() {
        Console console = options.console();
        SearchAnswers.Found found;
        List<String> others = List.of();
        try (Workspace workspace = options.open(Workspace.Access.READ);
                SearchAnswers search = new SearchAnswers(workspace);
                TerminalProgress progress = console.progress()) {
            found = search.run(
                    new SearchAnswers.Request(
                            new StudyName(study),
                            String.join(" ", query),
                            question == null ? null : new QuestionName(question),
                            wave == null ? null : new WaveName(wave),
                            Math.max(0, limit)),
                    progress);
            if (also) {
                others = search.alsoTry(
                        new StudyName(study),
                        new Scope(
                                question == null ? null : new QuestionName(question),
                                wave == null ? null : new WaveName(wave)),
                        String.join(" ", query),
                        MOST_OTHERS,
                        progress);
            }
        }
        if (console.json()) {
            console.json(json(found, others));
        } else {
            print(console, found);
            if (!others.isEmpty()) {
                console.tell(Message.of("cli.search.also", String.join(", ", others)));
            }
        }
        return Main.DONE;
    }

    private Map<String, Object> json(SearchAnswers.Found found, List<String> others) {
        List<Map<String, Object>> answers = new ArrayList<>();
        for (Match match : found.matches()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("id", match.answer().respondent().value());
            answer.put("question", match.answer().question().value());
            answer.put("wave", match.answer().wave().value());
            answer.put("text", match.answer().text());
            answer.put("score", match.hit().score());
            answer.put("spans", match.hit().spans());
            if (kwic) {
                answer.put(
                        "lines",
                        match.lines(WIDTH).stream()
                                .map(line -> Map.of("left", line.left(), "match", line.match(), "right", line.right()))
                                .toList());
            }
            answers.add(answer);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", found.total());
        json.put("answers", answers);
        if (also) {
            json.put("also", others);
        }
        return json;
    }

    private void print(Console console, SearchAnswers.Found found) {
        for (Match match : found.matches()) {
            String place = match.answer().wave().value() + "\t"
                    + match.answer().question().value() + "\t"
                    + match.answer().respondent().value();
            if (kwic) {
                for (Concordance.Line line : match.lines(WIDTH)) {
                    String left = " ".repeat(Math.max(0, WIDTH + 1 - line.left().length())) + line.left();
                    console.line(left + "[" + line.match() + "]" + line.right() + "\t" + place);
                }
            } else {
                console.line(place + "\t" + Console.oneLine(match.answer().text()));
            }
        }
        console.tell(
                Message.of("cli.search.found", found.total(), found.matches().size()));
    }
}
