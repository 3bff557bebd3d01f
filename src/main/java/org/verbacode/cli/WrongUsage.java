package org.verbacode.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.verbacode.study.Message;
import picocli.CommandLine;

/** Says in the reader's language what is wrong with the words of a command, and exits with 2. */
final class WrongUsage implements CommandLine.IParameterExceptionHandler {
    private final Locale locale;

    WrongUsage(Locale locale) {
        this.locale = locale;
    }

    @Override
    public int handleParseException(CommandLine.ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(sentence(exception).in(locale));
        err.println(Message.of("cli.usage.help", command.getCommandSpec().qualifiedName())
                .in(locale));
        return CommandLine.ExitCode.USAGE;
    }

    private static Message sentence(CommandLine.ParameterException exception) {
        if (exception instanceof CommandLine.UnmatchedArgumentException unmatched) {
            return Message.of("cli.usage.unknown", String.join(" ", unmatched.getUnmatched()));
        }
        if (exception instanceof CommandLine.MissingParameterException missing) {
            List<CommandLine.Model.ArgSpec> needed = needed(missing.getMissing());
            return Message.of(
                    "cli.usage.missing",
                    needed.stream()
                            .map(CommandLine.Model.ArgSpec::paramLabel)
                            .map(label -> label.replaceAll("[\\[\\]]", ""))
                            .collect(Collectors.joining(", ")),
                    needed.stream()
                            .map(spec -> spec instanceof CommandLine.Model.OptionSpec option
                                    ? option.longestName()
                                    : spec.paramLabel())
                            .collect(Collectors.joining(", ")));
        }
        if (exception.getClass() == CommandLine.ParameterException.class
                && !exception.getCommandLine().getSubcommands().isEmpty()) {
            return Message.of("cli.usage.needs");
        }
        CommandLine.Model.ArgSpec argument = exception.getArgSpec();
        if (argument instanceof CommandLine.Model.OptionSpec option) {
            String value = exception.getValue();
            return Message.of("cli.usage.value", option.longestName(), value == null ? "" : value, option.paramLabel());
        }
        return Message.of("cli.usage.other", String.valueOf(exception.getMessage()));
    }

    /** Of a group of options that belong together, those that may be left out are not missing. */
    private static List<CommandLine.Model.ArgSpec> needed(List<CommandLine.Model.ArgSpec> missing) {
        List<CommandLine.Model.ArgSpec> required =
                missing.stream().filter(CommandLine.Model.ArgSpec::required).toList();
        return required.isEmpty() ? missing : required;
    }
}
