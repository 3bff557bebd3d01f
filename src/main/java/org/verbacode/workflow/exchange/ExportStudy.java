package org.verbacode.workflow.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.verbacode.exchange.SafeFile;
import org.verbacode.exchange.table.Table;
import org.verbacode.exchange.table.TableFile;
import org.verbacode.learning.ArffFile;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.Message;
import org.verbacode.study.Question;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.Workspace;

/** Exports a study's answers and codings; files appear completely or not at all. */
public final class ExportStudy {
    private final Workspace workspace;
    private final Database database;

    public ExportStudy(Workspace workspace) {
        this.workspace = workspace;
        database = workspace.database();
    }

    /** The formats, by the program they are for. */
    public enum Format {
        /** R, SPSS, any program: one file with a row per answer, another with a row per coder, answer and code. */
        CSV,
        /** Spreadsheets: the same as two sheets. */
        XLSX,
        /** Weka. */
        ARFF
    }

    /**
     * The result.
     *
     * @param answers number of rows of the wide form
     * @param codings number of rows of the long form; 0 where the format has none
     * @param openRounds the rounds whose answers are written without codes, since not all coders have finished
     */
    public record Written(List<Path> files, int answers, int codings, List<String> openRounds) {
        public Written {
            files = List.copyOf(files);
            openRounds = List.copyOf(openRounds);
        }
    }

    /**
     * Writes the coded answers.
     *
     * @param question null for all questions
     * @param out the file; CSV writes another beside it whose name ends in {@code -long}
     * @throws RefusedException if there is no such study or question, or nothing can be written there
     */
    public Written run(StudyName study, @Nullable QuestionName question, Format format, Path out) {
        List<Question> questions = questions(study, question);
        ExportTables tables = new ExportTables(workspace, study, questions);
        if (format == Format.ARFF) {
            List<ArffFile.Line> lines = tables.lines();
            Map<Path, byte[]> file = Map.of(
                    out, ArffFile.text(study.value(), tables.codeNames(), lines).getBytes(StandardCharsets.UTF_8));
            return new Written(write(file), lines.size(), 0, tables.openRounds());
        }
        Table wide = tables.wide();
        Table tall = tables.tall();
        Map<Path, byte[]> files = new LinkedHashMap<>();
        if (format == Format.CSV) {
            files.put(out, TableFile.csv(wide));
            files.put(beside(out), TableFile.csv(tall));
        } else {
            files.put(out, TableFile.xlsx(List.of(wide, tall)));
        }
        return new Written(write(files), wide.rows().size(), tall.rows().size(), tables.openRounds());
    }

    private List<Question> questions(StudyName study, @Nullable QuestionName question) {
        if (!database.studies().exists(study)) {
            throw new RefusedException(Message.of("workflow.study.unknown", study.value()));
        }
        List<Question> questions = database.studies().questions(study);
        if (question == null) {
            return questions;
        }
        List<Question> named = questions.stream()
                .filter(candidate -> candidate.name().equals(question))
                .toList();
        if (named.isEmpty()) {
            throw new RefusedException(Message.of(
                    "workflow.question.unknown",
                    study.value(),
                    question.value(),
                    String.join(
                            ", ",
                            questions.stream().map(one -> one.name().value()).toList())));
        }
        return named;
    }

    /** {@code answers.csv} gives {@code answers-long.csv}. */
    private static Path beside(Path out) {
        String name = String.valueOf(out.getFileName());
        int dot = name.lastIndexOf('.');
        return out.resolveSibling(dot > 0 ? name.substring(0, dot) + "-long" + name.substring(dot) : name + "-long");
    }

    /** All files are complete before the first one is moved into place. */
    private static List<Path> write(Map<Path, byte[]> files) {
        List<SafeFile> written = new ArrayList<>();
        try {
            for (Map.Entry<Path, byte[]> file : files.entrySet()) {
                SafeFile safe = SafeFile.create(file.getKey());
                written.add(safe);
                try {
                    Files.write(safe.temporary(), file.getValue());
                } catch (IOException e) {
                    throw new RefusedException(Message.of("exchange.out.unwritable", file.getKey()), e);
                }
            }
            written.forEach(SafeFile::finish);
        } finally {
            written.forEach(SafeFile::close);
        }
        return List.copyOf(files.keySet());
    }

    static OptionalInt applies(@Nullable Boolean said) {
        return said == null ? OptionalInt.empty() : OptionalInt.of(said ? 1 : 0);
    }

    static String status(Answer answer) {
        return switch (answer.status()) {
            case GIVEN -> "given";
            case BLANK -> "blank";
            case NOT_ASKED -> "not asked";
        };
    }
}
