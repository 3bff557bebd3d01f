package org.verbacode.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.QuestionOptions;
import org.verbacode.cli.report.AgreementReport;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Round;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.coders.CompareWithModel;
import org.verbacode.workflow.coders.FindRound;
import org.verbacode.workflow.coders.MeasureAgreement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code agreement}: how far coders agree, code by code and over whole code sets. */
@Command(name = "agreement")
final class AgreementCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @Mixin
    QuestionOptions asked = new QuestionOptions();

    @Option(names = "--coders", split = ",", paramLabel = "A,B", descriptionKey = "agreement.coders")
    List<String> coders = List.of();

    @Option(names = "--draw", paramLabel = "D", descriptionKey = "agreement.draw")
    @Nullable
    String draw;

    @Option(names = "--model", descriptionKey = "agreement.model")
    boolean model;

    @Override
    public Integer call() {
        return options.print(Workspace.Access.READ, (workspace, progress) -> {
            Round round = draw == null ? null : new FindRound(workspace, asked.study(), asked.question()).named(draw);
            List<CoderName> named = coders.stream().map(CoderName::new).toList();
            if (!model) {
                return new AgreementReport(
                        new MeasureAgreement(workspace).run(asked.study(), asked.question(), named, round));
            }
            if (named.size() > 1) {
                throw new RefusedException(Message.of("cli.agreement.model.coders"));
            }
            CoderName person = named.isEmpty() ? null : named.get(0);
            return new AgreementReport(
                    new CompareWithModel(workspace).run(asked.study(), asked.question(), person, round));
        });
    }
}
