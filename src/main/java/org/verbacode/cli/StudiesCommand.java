package org.verbacode.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Confirmation;
import org.verbacode.cli.console.Console;
import org.verbacode.study.Message;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.studies.DescribeStudies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code studies}: what studies there are, what is in one, and its removal. */
@Command(
        name = "studies",
        subcommands = {
            StudiesCommand.ListStudies.class,
            StudiesCommand.Show.class,
            StudiesCommand.Delete.class,
            StudyReportCommand.class
        })
final class StudiesCommand {
    @Mixin
    CommonOptions options = new CommonOptions();

    private StudiesCommand() {}

    /** {@code studies list}. */
    @Command(name = "list")
    static final class ListStudies implements Callable<Integer> {
        @Mixin
        CommonOptions options = new CommonOptions();

        @Override
        public Integer call() {
            Console console = options.console();
            try (Workspace workspace = options.open(Workspace.Access.READ)) {
                List<String> names = new DescribeStudies(workspace)
                        .list().stream().map(StudyName::value).toList();
                if (console.json()) {
                    console.json(Map.of("studies", names));
                } else {
                    names.forEach(console::line);
                }
            }
            return Main.DONE;
        }
    }

    /** {@code studies show}. */
    @Command(name = "show")
    static final class Show implements Callable<Integer> {
        @Mixin
        CommonOptions options = new CommonOptions();

        @Parameters(paramLabel = "S", descriptionKey = "studies.study")
        String study = "";

        @Override
        public Integer call() {
            Console console = options.console();
            try (Workspace workspace = options.open(Workspace.Access.READ)) {
                DescribeStudies.Description description = new DescribeStudies(workspace).show(new StudyName(study));
                if (console.json()) {
                    console.json(json(description));
                } else {
                    text(description, console);
                }
            }
            return Main.DONE;
        }

        private static Map<String, Object> json(DescribeStudies.Description description) {
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

        private static void text(DescribeStudies.Description description, Console console) {
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

    /** {@code studies delete}. */
    @Command(name = "delete")
    static final class Delete implements Callable<Integer> {
        @Mixin
        CommonOptions options = new CommonOptions();

        @Parameters(paramLabel = "S", descriptionKey = "studies.study")
        String study = "";

        @Option(names = "--yes", descriptionKey = "studies.yes")
        boolean yes;

        @Override
        public Integer call() {
            Console console = options.console();
            try (Workspace workspace = options.open(Workspace.Access.WRITE)) {
                DescribeStudies studies = new DescribeStudies(workspace);
                StudyName name = studies.show(new StudyName(study)).study();
                if (!yes && !Confirmation.of(Message.of("cli.studies.delete", name.value()), console)) {
                    console.tell(Message.of("cli.unchanged"));
                    return Main.REFUSED;
                }
                studies.delete(name);
                console.tell(Message.of("cli.studies.deleted", name.value()));
            }
            return Main.DONE;
        }
    }
}
