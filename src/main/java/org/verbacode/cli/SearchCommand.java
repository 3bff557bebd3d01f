package org.verbacode.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.StudyOptions;
import org.verbacode.cli.report.SearchReport;
import org.verbacode.search.Scope;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.search.SearchAnswers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code search}: full-text search in answers, or a concordance. */
@Command(name = "search")
final class SearchCommand implements Callable<Integer> {
    /** Related words told at most. */
    private static final int MAX_RELATED = 8;

    @Mixin
    CommonOptions options = new CommonOptions();

    @Mixin
    StudyOptions asked = new StudyOptions();

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
        String typed = String.join(" ", query);
        return options.print(Workspace.Access.READ, (workspace, progress) -> {
            try (SearchAnswers search = new SearchAnswers(workspace)) {
                StudyName study = asked.study();
                Scope scope = new Scope(asked.question(), wave == null ? null : new WaveName(wave));
                SearchAnswers.Found found = search.run(
                        new SearchAnswers.Request(study, typed, scope.question(), scope.wave(), Math.max(0, limit)),
                        progress);
                List<String> related = also ? search.alsoTry(study, scope, typed, MAX_RELATED, progress) : List.of();
                return new SearchReport(found, kwic, also ? Optional.of(related) : Optional.empty());
            }
        });
    }
}
