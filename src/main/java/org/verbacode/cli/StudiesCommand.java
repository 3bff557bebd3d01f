package org.verbacode.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Confirmation;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.Report;
import org.verbacode.cli.report.StudyReport;
import org.verbacode.study.Message;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.studies.DescribeStudies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code studies}: lists studies, shows and deletes them. */
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
            return options.print(Workspace.Access.READ, (workspace, progress) -> {
                List<String> names = new DescribeStudies(workspace)
                        .list().stream().map(StudyName::value).toList();
                return Report.of(Map.of("studies", names), console -> names.forEach(console::line));
            });
        }
    }

    /** A command on one study. */
    abstract static class OnStudy implements Callable<Integer> {
        @Mixin
        CommonOptions options = new CommonOptions();

        @Parameters(paramLabel = "S", descriptionKey = "studies.study")
        String study = "";

        DescribeStudies.Description describe(DescribeStudies studies) {
            return studies.show(new StudyName(study));
        }
    }

    /** {@code studies show}. */
    @Command(name = "show")
    static final class Show extends OnStudy {
        @Override
        public Integer call() {
            return options.print(
                    Workspace.Access.READ,
                    (workspace, progress) -> new StudyReport(describe(new DescribeStudies(workspace))));
        }
    }

    /** {@code studies delete}. */
    @Command(name = "delete")
    static final class Delete extends OnStudy {
        @Mixin
        Confirmation confirmation = new Confirmation();

        @Override
        public Integer call() {
            Console console = options.console();
            try (Workspace workspace = options.open(Workspace.Access.WRITE)) {
                DescribeStudies studies = new DescribeStudies(workspace);
                StudyName name = describe(studies).study();
                if (!confirmation.isGiven(Message.of("cli.studies.delete", name.value()), console)) {
                    return Main.REFUSED;
                }
                studies.delete(name);
                console.tell(Message.of("cli.studies.deleted", name.value()));
            }
            return Main.DONE;
        }
    }
}
