package org.verbacode.cli.console;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Explains wrong usage in the reader's language; exit code 2. */
public final class WrongUsage implements CommandLine.IParameterExceptionHandler {
    private final Console console;

    public WrongUsage(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(CommandLine.ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        console.tell(sentence(exception, List.of(arguments)));
        console.tell(Message.of("cli.usage.help", command.getCommandSpec().qualifiedName()));
        return CommandLine.ExitCode.USAGE;
    }

    private static Message sentence(CommandLine.ParameterException exception, List<String> arguments) {
        List<ArgGroupSpec> groups = exception.getCommandLine().getCommandSpec().argGroups();
        ArgSpec argument = exception.getArgSpec();
        if (exception instanceof CommandLine.UnmatchedArgumentException unmatched) {
            return Message.of("cli.usage.unknown", String.join(" ", unmatched.getUnmatched()));
        }
        List<ArgSpec> mutuallyExclusive = mutuallyExclusive(groups, arguments);
        if (!mutuallyExclusive.isEmpty()) {
            return Message.of("cli.usage.together", enumerated(mutuallyExclusive));
        }
        if (exception instanceof CommandLine.MissingParameterException missing) {
            return missing(missing.getMissing(), groups, arguments);
        }
        if (exception instanceof CommandLine.OverwrittenOptionException twice) {
            return Message.of("cli.usage.twice", name(twice.getOverwritten()));
        }
        if (argument != null && exception.getCause() instanceof RefusedException refused) {
            return Message.of("cli.usage.refused", name(argument), refused.sentence());
        }
        if (argument != null) {
            return Message.of(
                    "cli.usage.value",
                    name(argument),
                    Objects.requireNonNullElse(exception.getValue(), ""),
                    argument.paramLabel().replace("|", ", "));
        }
        if (exception.getClass() == CommandLine.ParameterException.class
                && !exception.getCommandLine().getSubcommands().isEmpty()) {
            return Message.of("cli.usage.needs");
        }
        return Message.of("cli.usage.other", String.valueOf(exception.getMessage()));
    }

    private static Message missing(List<ArgSpec> missing, List<ArgGroupSpec> groups, List<String> arguments) {
        Optional<ArgGroupSpec> choice = groups.stream()
                .filter(group -> group.exclusive() && group.multiplicity().min() > 0)
                .filter(group -> group.allOptionsNested().stream().noneMatch(argument -> given(argument, arguments)))
                .findFirst();
        if (choice.isPresent()) {
            return Message.of("cli.usage.choose", alternatives(choice.get()));
        }
        List<ArgSpec> needed = needed(missing);
        List<ArgSpec> absent =
                needed.stream().filter(argument -> !given(argument, arguments)).toList();
        return absent.isEmpty()
                ? Message.of("cli.usage.without", enumerated(needed))
                : Message.of("cli.usage.missing", enumerated(absent));
    }

    /** The required options among those missing of a group. */
    private static List<ArgSpec> needed(List<ArgSpec> missing) {
        List<ArgSpec> required = missing.stream().filter(ArgSpec::required).toList();
        return required.isEmpty() ? missing : required;
    }

    /** The alternatives of a choice of which none was given. */
    private static Message alternatives(ArgGroupSpec choice) {
        return Stream.concat(
                        choice.subgroups().stream().map(inner -> List.copyOf(inner.args())),
                        choice.args().stream().map(List::of))
                .map(WrongUsage::needed)
                .map(WrongUsage::enumerated)
                .reduce((one, other) -> Message.of("cli.usage.or", one, other))
                .orElseThrow();
    }

    /** Given options that exclude each other: those of the first such choice. */
    private static List<ArgSpec> mutuallyExclusive(List<ArgGroupSpec> groups, List<String> arguments) {
        return groups.stream()
                .map(group -> {
                    List<List<ArgSpec>> given = Stream.concat(
                                    group.subgroups().stream()
                                            .map(inner -> List.<ArgSpec>copyOf(inner.allOptionsNested())),
                                    group.args().stream().map(List::of))
                            .map(member -> member.stream()
                                    .filter(argument -> given(argument, arguments))
                                    .toList())
                            .filter(member -> !member.isEmpty())
                            .toList();
                    return group.exclusive() && given.size() > 1
                            ? given.stream().flatMap(List::stream).toList()
                            : mutuallyExclusive(group.subgroups(), arguments);
                })
                .filter(given -> !given.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static boolean given(ArgSpec argument, List<String> arguments) {
        return argument instanceof OptionSpec option
                && Arrays.stream(option.names()).anyMatch(name -> arguments.stream()
                        .anyMatch(word -> word.equals(name) || word.startsWith(name + "=")));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static Message enumerated(List<ArgSpec> arguments) {
        List<String> names = arguments.stream().map(WrongUsage::name).toList();
        int last = names.size() - 1;
        String first = String.join(", ", names.subList(0, Math.max(0, last)));
        return first.isEmpty()
                ? Message.of("cli.usage.one", String.join("", names))
                : Message.of("cli.usage.and", first, names.get(last));
    }
}
