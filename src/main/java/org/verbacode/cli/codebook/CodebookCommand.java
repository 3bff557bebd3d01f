package org.verbacode.cli.codebook;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.QuestionOptions;
import org.verbacode.cli.console.Report;
import org.verbacode.cli.console.TextTable;
import org.verbacode.coding.Code;
import org.verbacode.coding.Codebook;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.codebook.CodeUse;
import org.verbacode.workflow.codebook.CodebookHistory;
import org.verbacode.workflow.codebook.EditCodebook;
import org.verbacode.workflow.codebook.ExportCodebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code codebook}: reads, changes and exports the codebook of a question. */
@Command(
        name = "codebook",
        subcommands = {
            CodebookCommand.ListCodes.class,
            CodebookCommand.Show.class,
            CodebookCommand.History.class,
            CodebookCommand.Export.class,
            CodebookChanges.Import.class,
            CodebookChanges.Add.class,
            CodebookChanges.Rename.class,
            CodebookChanges.Merge.class,
            CodebookChanges.Split.class,
            CodebookChanges.Move.class,
            CodebookChanges.Retire.class,
            CodebookChanges.Restore.class,
            CodebookChanges.Undo.class
        })
public final class CodebookCommand {
    @Mixin
    CommonOptions options = new CommonOptions();

    private CodebookCommand() {}

    /** A command on the codebook of a question. */
    abstract static class OnCodebook implements Callable<Integer> {
        @Mixin
        CommonOptions options = new CommonOptions();

        @Mixin
        QuestionOptions asked = new QuestionOptions();
    }

    /** {@code codebook list}. */
    @Command(name = "list")
    static final class ListCodes extends OnCodebook {
        @Override
        public Integer call() {
            return options.print(Workspace.Access.READ, (workspace, progress) -> {
                Codebook codebook = new EditCodebook(workspace).current(asked.study(), asked.question());
                CodeUse.Uses uses = new CodeUse(workspace).of(asked.study(), asked.question());
                return Report.of(json(codebook, uses), console -> table(codebook, uses, console));
            });
        }
    }

    /** {@code codebook show}. */
    @Command(name = "show")
    static final class Show extends OnCodebook {
        @Option(names = "--version", paramLabel = "N", descriptionKey = "codebook.version")
        @Nullable
        Integer version;

        @Parameters(arity = "0..1", paramLabel = "CODE", descriptionKey = "codebook.code")
        @Nullable
        String code;

        @Override
        public Integer call() {
            return options.print(Workspace.Access.READ, (workspace, progress) -> {
                EditCodebook codebooks = new EditCodebook(workspace);
                Codebook whole = version == null
                        ? codebooks.current(asked.study(), asked.question())
                        : codebooks.version(asked.study(), asked.question(), version);
                String name = code;
                Codebook shown = name == null
                        ? whole
                        : new Codebook(
                                whole.question(),
                                whole.version(),
                                List.of(whole.byName(name)
                                        .orElseThrow(() -> new RefusedException(Message.of(
                                                "cli.codebook.unknown",
                                                name,
                                                asked.question().value())))));
                CodeUse.Uses uses = new CodeUse(workspace).of(asked.study(), asked.question());
                return Report.of(
                        json(shown, uses), console -> shown.codes().forEach(each -> describe(each, uses, console)));
            });
        }

        private static void describe(Code code, CodeUse.Uses uses, Console console) {
            console.line(Message.of("cli.codebook.code", code.name(), theme(code), uses.of(code.id())));
            part("definition", code.definition(), console);
            part("include", code.include(), console);
            part("exclude", code.exclude(), console);
            part("examples", code.examples(), console);
        }

        private static void part(String name, String text, Console console) {
            if (!text.isBlank()) {
                console.line(Message.of("cli.codebook.part." + name, text.replace("\n", "\n  ")));
            }
        }
    }

    /** {@code codebook history}. */
    @Command(name = "history")
    static final class History extends OnCodebook {
        @Override
        public Integer call() {
            Locale locale = options.console().locale();
            return options.print(Workspace.Access.READ, (workspace, progress) -> {
                List<CodebookHistory.Step> steps = new CodebookHistory(workspace).of(asked.study(), asked.question());
                List<Map<String, Object>> versions =
                        steps.stream().map(step -> json(step, locale)).toList();
                return Report.of(
                        Map.of("versions", versions),
                        console -> steps.forEach(step -> {
                            console.line(Message.of(
                                    "cli.codebook.step",
                                    String.valueOf(step.version()),
                                    console.moment(step.at().toString()),
                                    step.author().isEmpty() ? "–" : step.author(),
                                    step.codes()));
                            step.changes().forEach(change -> console.line("  " + change.in(console.locale())));
                        }));
            });
        }

        private static Map<String, Object> json(CodebookHistory.Step step, Locale locale) {
            Map<String, Object> version = new LinkedHashMap<>();
            version.put("version", step.version());
            version.put("author", step.author());
            version.put("at", step.at().toString());
            version.put("kind", step.kind().name().toLowerCase(Locale.ROOT));
            version.put("codes", step.codes());
            version.put(
                    "changes",
                    step.changes().stream().map(change -> change.in(locale)).toList());
            return version;
        }
    }

    /** {@code codebook export}. */
    @Command(name = "export")
    static final class Export extends OnCodebook {
        @Option(names = "--version", paramLabel = "N", descriptionKey = "codebook.version")
        @Nullable
        Integer version;

        @Parameters(paramLabel = "FILE", descriptionKey = "codebook.file")
        Path file = Path.of("");

        @Override
        public Integer call() {
            return options.print(Workspace.Access.READ, (workspace, progress) -> {
                int codes = new ExportCodebook(workspace).run(asked.study(), asked.question(), version, file);
                return Report.of(Map.of("codes", codes), Message.of("cli.codebook.exported", codes, file.toString()));
            });
        }
    }

    private static void table(Codebook codebook, CodeUse.Uses uses, Console console) {
        console.line(Message.of(
                "cli.codebook.title",
                String.valueOf(codebook.version()),
                codebook.codes().size()));
        TextTable table = new TextTable();
        codebook.codes().forEach(code -> table.add(code.name(), theme(code), uses.of(code.id())));
        table.print(console);
    }

    private static String theme(Code code) {
        String theme = code.theme();
        return theme == null ? "" : theme;
    }

    static Map<String, Object> json(Codebook codebook, CodeUse.Uses uses) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("version", codebook.version());
        page.put(
                "codes", codebook.codes().stream().map(code -> json(code, uses)).toList());
        return page;
    }

    private static Map<String, Object> json(Code code, CodeUse.Uses uses) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", code.id().value());
        object.put("name", code.name());
        object.put("theme", code.theme());
        object.put("definition", code.definition());
        object.put("include", code.include());
        object.put("exclude", code.exclude());
        object.put("examples", code.examples());
        object.put("colour", code.colour());
        object.put("uses", uses.of(code.id()));
        Map<String, Object> coders = new LinkedHashMap<>();
        uses.coders(code.id()).forEach((coder, count) -> coders.put(coder.value(), count));
        object.put("coders", coders);
        return object;
    }
}
