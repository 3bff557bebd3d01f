package org.verbacode.cli.codebook;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verbacode.cli.codebook.CodebookCommand.OnCodebook;
import org.verbacode.cli.console.Confirmation;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.RejectedRows;
import org.verbacode.cli.console.Report;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.exchange.coding.CodebookFile;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.codebook.ApplyChange;
import org.verbacode.workflow.codebook.CodeUse;
import org.verbacode.workflow.codebook.CodebookChange;
import org.verbacode.workflow.codebook.PlanChange;
import org.verbacode.workflow.codebook.PlanReturn;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The subcommands of {@code codebook} that change it: each prints a preview, asks, and makes a new version. */
final class CodebookChanges {
    private static final int REFUSED = 1;

    private CodebookChanges() {}

    /** A change of the codebook. */
    abstract static class Change extends OnCodebook {
        @Mixin
        Confirmation confirmation = new Confirmation();

        @Option(names = "--coder", paramLabel = "NAME", descriptionKey = "codebook.author")
        String author = "";

        /** Plans the change. */
        abstract CodebookChange plan(Workspace workspace, Console console);

        PlanChange planner(Workspace workspace) {
            return new PlanChange(workspace, asked.study(), asked.question());
        }

        @Override
        public Integer call() {
            Console console = options.console();
            try (Workspace workspace = options.open(Workspace.Access.WRITE)) {
                CodebookChange change = plan(workspace, console);
                change.preview().forEach(console::tell);
                if (!confirmation.isGiven(Message.of("cli.codebook.sure"), console)) {
                    return REFUSED;
                }
                Codebook codebook = new ApplyChange(workspace).run(change, author.strip());
                Map<String, Object> page = new LinkedHashMap<>(
                        CodebookCommand.json(codebook, new CodeUse(workspace).of(asked.study(), asked.question())));
                page.put(
                        "preview",
                        change.preview().stream()
                                .map(line -> line.in(console.locale()))
                                .toList());
                console.print(Report.of(page, Message.of("cli.codebook.done", String.valueOf(codebook.version()))));
            }
            return ExitCode.OK;
        }
    }

    /** {@code codebook import}. */
    @Command(name = "import")
    static final class Import extends Change {
        @Parameters(paramLabel = "FILE", descriptionKey = "codebook.import")
        Path file = Path.of("");

        @Override
        CodebookChange plan(Workspace workspace, Console console) {
            CodebookFile read = CodebookFile.read(file, asked.study(), asked.question(), ReadOptions.FIND_OUT);
            RejectedRows.tell(read.rejections(), console);
            if (read.codes().isEmpty()) {
                throw new RefusedException(Message.of("cli.codebook.empty", file.toString()));
            }
            return planner(workspace).replace(read.codes());
        }
    }

    /** {@code codebook add}. */
    @Command(name = "add")
    static final class Add extends Change {
        @Parameters(paramLabel = "NAME", descriptionKey = "codebook.name")
        String name = "";

        @Option(names = "--theme", paramLabel = "T", descriptionKey = "codebook.theme")
        @Nullable
        String theme;

        @Option(names = "--definition", paramLabel = "TEXT", descriptionKey = "codebook.definition")
        String definition = "";

        @Option(names = "--include", paramLabel = "TEXT", descriptionKey = "codebook.include")
        String include = "";

        @Option(names = "--exclude", paramLabel = "TEXT", descriptionKey = "codebook.exclude")
        String exclude = "";

        @Override
        CodebookChange plan(Workspace workspace, Console console) {
            CodeId id = CodeId.of(asked.study(), asked.question(), name);
            return planner(workspace).add(new Code(id, name, theme, definition, include, exclude, "", null));
        }
    }

    /** {@code codebook rename}. */
    @Command(name = "rename")
    static final class Rename extends Change {
        @Parameters(index = "0", paramLabel = "CODE", descriptionKey = "codebook.code")
        String code = "";

        @Parameters(index = "1", paramLabel = "NAME", descriptionKey = "codebook.name")
        String name = "";

        @Override
        CodebookChange plan(Workspace workspace, Console console) {
            return planner(workspace).rename(code, name);
        }
    }

    /** {@code codebook merge}. */
    @Command(name = "merge")
    static final class Merge extends Change {
        @Parameters(arity = "2..*", paramLabel = "CODE", descriptionKey = "codebook.parts")
        List<String> codes = List.of();

        @Option(names = "--into", required = true, paramLabel = "NAME", descriptionKey = "codebook.into")
        String into = "";

        @Override
        CodebookChange plan(Workspace workspace, Console console) {
            return planner(workspace).merge(codes, into);
        }
    }

    /** {@code codebook split}. */
    @Command(name = "split")
    static final class Split extends Change {
        @Parameters(paramLabel = "CODE", descriptionKey = "codebook.code")
        String code = "";

        @Option(names = "--into", required = true, paramLabel = "A,B", descriptionKey = "codebook.split")
        String into = "";

        @Override
        CodebookChange plan(Workspace workspace, Console console) {
            List<String> names = Arrays.stream(into.split(",", -1))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            return planner(workspace).split(code, names);
        }
    }

    /** {@code codebook move}. */
    @Command(name = "move")
    static final class Move extends Change {
        @Parameters(paramLabel = "CODE", descriptionKey = "codebook.code")
        String code = "";

        @Option(
                names = {"--theme", "--to"},
                paramLabel = "T",
                descriptionKey = "codebook.move")
        @Nullable
        String theme;

        @Option(names = "--before", paramLabel = "CODE", descriptionKey = "codebook.before")
        @Nullable
        String before;

        @Override
        CodebookChange plan(Workspace workspace, Console console) {
            return planner(workspace).move(code, theme, before);
        }
    }

    /** {@code codebook retire}. */
    @Command(name = "retire")
    static final class Retire extends Change {
        @Parameters(paramLabel = "CODE", descriptionKey = "codebook.code")
        String code = "";

        @Override
        CodebookChange plan(Workspace workspace, Console console) {
            return planner(workspace).retire(code);
        }
    }

    /** {@code codebook restore}. */
    @Command(name = "restore")
    static final class Restore extends Change {
        @Parameters(paramLabel = "CODE", descriptionKey = "codebook.restore")
        String code = "";

        @Override
        CodebookChange plan(Workspace workspace, Console console) {
            return new PlanReturn(workspace, asked.study(), asked.question()).restore(code);
        }
    }

    /** {@code codebook undo}. */
    @Command(name = "undo")
    static final class Undo extends Change {
        @Override
        CodebookChange plan(Workspace workspace, Console console) {
            return new PlanReturn(workspace, asked.study(), asked.question()).undo();
        }
    }
}
