package org.verbacode.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.QuestionOptions;
import org.verbacode.cli.console.Report;
import org.verbacode.cli.console.TextTable;
import org.verbacode.coding.Coder;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Provenance.Manner;
import org.verbacode.study.Message;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.coders.DescribeCoders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code coders}: who has coded a question, how much and how. */
@Command(name = "coders")
final class CodersCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @Mixin
    QuestionOptions asked = new QuestionOptions();

    @Override
    public Integer call() {
        return options.print(
                Workspace.Access.READ,
                (workspace, progress) -> report(new DescribeCoders(workspace).run(asked.study(), asked.question())));
    }

    private static Report report(DescribeCoders.Team team) {
        Map<String, Object> coders = new LinkedHashMap<>();
        for (DescribeCoders.Work work : team.coders()) {
            Map<String, Object> counts = new LinkedHashMap<>();
            counts.put("answers", work.answers());
            for (Manner manner : Manner.values()) {
                counts.put(manner.name().toLowerCase(Locale.ROOT), work.of(manner));
            }
            counts.put("doubts", work.doubts());
            counts.put("role", work.person().role().name().toLowerCase(Locale.ROOT));
            coders.put(work.person().name().value(), counts);
        }
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("coders", coders);
        page.put("agreed", team.agreed());
        page.put("reference", team.reference().map(CoderName::value).orElse(null));
        return Report.of(page, console -> {
            if (team.coders().isEmpty()) {
                console.line(Message.of("cli.coders.none"));
                return;
            }
            TextTable table = new TextTable();
            table.add(
                    Message.of("cli.coders.coder"),
                    Message.of("cli.coders.answers"),
                    Message.of("cli.coders.blind"),
                    Message.of("cli.coders.assisted"),
                    Message.of("cli.coders.bulk"),
                    Message.of("cli.coders.imported"),
                    Message.of("cli.coders.doubts"));
            for (DescribeCoders.Work work : team.coders()) {
                table.add(
                        name(work.person()),
                        work.answers(),
                        work.of(Manner.BLIND),
                        work.of(Manner.ASSISTED),
                        work.of(Manner.BULK),
                        work.of(Manner.IMPORTED),
                        work.doubts());
            }
            table.print(console);
            team.reference().ifPresent(name -> console.line(Message.of("cli.coders.reference", name.value())));
            if (team.agreed() > 0) {
                console.line(Message.of("cli.coders.agreed", team.agreed()));
            }
        });
    }

    private static Object name(Coder person) {
        return person.role() == Coder.Role.LEADS
                ? Message.of("cli.coders.leads", person.name().value())
                : person.name().value();
    }
}
