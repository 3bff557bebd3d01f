package org.verbacode.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verbacode.cli.codebook.CodebookCommand;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.Language;
import org.verbacode.cli.console.Version;
import org.verbacode.cli.console.WrongUsage;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.study.WaveName;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The entry point: {@code verbacode COMMAND}. Exit code 0 for success, 1 for a refused or failed task, 2 for wrong
 * usage.
 */
@Command(
        name = "verbacode",
        subcommands = {
            ServeCommand.class,
            AnalyseCommand.class,
            LemmasCommand.class,
            ResultsCommand.class,
            ImportCommand.class,
            StudiesCommand.class,
            ExportCommand.class,
            EvaluateCommand.class,
            SimulateCommand.class,
            TrainCommand.class,
            SuggestCommand.class,
            ModelsCommand.class,
            CodeCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            CheckCommand.class,
            SearchCommand.class,
            CodersCommand.class,
            DrawCommand.class,
            PacketCommand.class,
            AgreementCommand.class,
            CodebookCommand.class
        },
        mixinStandardHelpOptions = false,
        versionProvider = Version.class)
public final class Main {
    static final int DONE = 0;
    static final int REFUSED = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    @Mixin
    CommonOptions options = new CommonOptions();

    @CommandLine.Option(
            names = {"-V", "--version"},
            versionHelp = true,
            descriptionKey = "common.version")
    boolean version;

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        System.exit(run(arguments));
    }

    /** Runs one command and returns its exit code. */
    static int run(String... arguments) {
        Locale locale = Language.of(arguments);
        CommandLine commands = new CommandLine(new Main())
                .setResourceBundle(ResourceBundle.getBundle(
                        "org.verbacode.cli.messages",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)))
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(WaveName.class, WaveName::new)
                .setDefaultValueProvider(Main::givenBeforeTheCommand)
                .setParameterExceptionHandler(new WrongUsage(new Console(locale, false)))
                .setExecutionExceptionHandler(
                        (exception, command, parsed) -> refuse(exception, new Console(locale, false)));
        if (arguments.length == 0) {
            commands.usage(commands.getErr());
            return CommandLine.ExitCode.USAGE;
        }
        return commands.execute(arguments);
    }

    /**
     * Passes options given before the name of a command, as in {@code verbacode --lang en check}, on to the command.
     */
    private static @Nullable String givenBeforeTheCommand(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        for (CommandSpec outer = option.command().parent(); outer != null; outer = outer.parent()) {
            OptionSpec same = outer.findOption(option.longestName());
            if (same != null
                    && same.typeInfo().getType().equals(option.typeInfo().getType())
                    && !same.stringValues().isEmpty()) {
                return same.stringValues().get(0);
            }
        }
        return null;
    }

    /** The one exception handler of the command line. */
    private static int refuse(Exception exception, Console console) {
        if (exception instanceof RefusedException refused) {
            LOG.debug("refused", refused);
            console.tell(refused.sentence());
        } else {
            LOG.debug("failed", exception);
            console.tell(Message.of("cli.failed", exception.getClass().getSimpleName()));
        }
        return REFUSED;
    }
}
