package org.verbacode.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CodeRelation;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CodebookEdit;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;

/** All versions of the codebooks of all questions. */
public final class Codebooks {
    private final Jdbi jdbi;
    private final Clock clock;

    Codebooks(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The current codebook: the latest version, or the empty one. */
    public Codebook current(StudyName study, QuestionName question) {
        return jdbi.withHandle(handle -> read(handle, study, question, latestVersion(handle, study, question)));
    }

    /** One version of the codebook; empty if there is none of that number. */
    public Codebook version(StudyName study, QuestionName question, int version) {
        return jdbi.withHandle(handle -> read(handle, study, question, version));
    }

    /**
     * How a version came about.
     *
     * @param author a coder's name; empty if unknown
     * @param kind what was done
     * @param relations the merges or the split that it made, under its own number
     */
    public record Edit(String author, CodebookEdit kind, List<CodeRelation> relations) {
        public Edit {
            relations = List.copyOf(relations);
        }
    }

    /** One version of a codebook and how it came about. */
    public record Version(Codebook codebook, Instant at, Edit edit) {}

    /**
     * Stores codes as a new version of the codebook, unless they are the current ones.
     *
     * @return the current codebook afterwards
     */
    public Codebook save(StudyName study, QuestionName question, List<Code> codes) {
        return save(study, question, codes, new Edit("", CodebookEdit.IMPORT, List.of()));
    }

    /** The same with how the version came about. */
    public Codebook save(StudyName study, QuestionName question, List<Code> codes, Edit edit) {
        return jdbi.inTransaction(handle -> {
            int latest = latestVersion(handle, study, question);
            Codebook current = read(handle, study, question, latest);
            if (latest > 0 && current.codes().equals(codes)) {
                return current;
            }
            Codebook next = new Codebook(question, latest + 1, codes);
            write(handle, study, next, edit);
            return next;
        });
    }

    /** All versions, oldest first. */
    public List<Version> history(StudyName study, QuestionName question) {
        return jdbi.withHandle(handle -> {
            List<CodeRelation> relations = relations(handle, study, question);
            return handle.createQuery("SELECT version, created_at, author, kind FROM codebook_version"
                            + " WHERE study = :study AND question = :question ORDER BY version")
                    .bind("study", study.value())
                    .bind("question", question.value())
                    .map((row, context) -> {
                        int version = row.getInt("version");
                        return new Version(
                                read(handle, study, question, version),
                                Instant.parse(row.getString("created_at")),
                                new Edit(
                                        row.getString("author"),
                                        CodebookEdit.named(row.getString("kind")),
                                        relations.stream()
                                                .filter(relation -> relation.version() == version)
                                                .toList()));
                    })
                    .list();
        });
    }

    /** The merges and splits of a question. */
    public List<CodeRelation> relations(StudyName study, QuestionName question) {
        return jdbi.withHandle(handle -> relations(handle, study, question));
    }

    static List<CodeRelation> relations(Handle handle, StudyName study, QuestionName question) {
        return handle.createQuery("SELECT version, whole, part FROM code_relation"
                        + " WHERE study = :study AND question = :question ORDER BY version, whole, part")
                .bind("study", study.value())
                .bind("question", question.value())
                .map((row, context) -> new CodeRelation(
                        row.getInt("version"), new CodeId(row.getString("whole")), new CodeId(row.getString("part"))))
                .list();
    }

    /** Stores a version that comes from another workspace under its own number, unless there is one. */
    public void add(StudyName study, Codebook codebook) {
        jdbi.useTransaction(handle -> {
            if (read(handle, study, codebook.question(), codebook.version())
                    .codes()
                    .isEmpty()) {
                write(handle, study, codebook, new Edit("", CodebookEdit.IMPORT, List.of()));
            }
        });
    }

    private void write(Handle handle, StudyName study, Codebook codebook, Edit edit) {
        handle.createUpdate("INSERT INTO codebook_version (study, question, version, created_at, author, kind)"
                        + " VALUES (:study, :question, :version, :at, :author, :kind)")
                .bind("author", edit.author())
                .bind("kind", edit.kind().name())
                .bind("study", study.value())
                .bind("question", codebook.question().value())
                .bind("version", codebook.version())
                .bind("at", clock.instant().toString())
                .execute();
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO code (study, question, version, id, position, name, theme,"
                        + " definition, include, exclude, examples, colour) VALUES (:study, :question, :version, :id, :position,"
                        + " :name, :theme, :definition, :include, :exclude, :examples, :colour)");
        for (int position = 0; position < codebook.codes().size(); position++) {
            Code code = codebook.codes().get(position);
            batch.bind("study", study.value())
                    .bind("question", codebook.question().value())
                    .bind("version", codebook.version())
                    .bind("id", code.id().value())
                    .bind("position", position)
                    .bind("name", code.name())
                    .bind("theme", code.theme())
                    .bind("definition", code.definition())
                    .bind("include", code.include())
                    .bind("exclude", code.exclude())
                    .bind("examples", code.examples())
                    .bind("colour", code.colour())
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
        edit.relations().forEach(relation -> handle.createUpdate(
                        "INSERT INTO code_relation (study, question, version, whole, part)"
                                + " VALUES (:study, :question, :version, :whole, :part) ON CONFLICT DO NOTHING")
                .bind("study", study.value())
                .bind("question", codebook.question().value())
                .bind("version", codebook.version())
                .bind("whole", relation.whole().value())
                .bind("part", relation.part().value())
                .execute());
    }

    static int latestVersion(Handle handle, StudyName study, QuestionName question) {
        return handle.createQuery("SELECT coalesce(max(version), 0) FROM codebook_version"
                        + " WHERE study = :study AND question = :question")
                .bind("study", study.value())
                .bind("question", question.value())
                .mapTo(Integer.class)
                .one();
    }

    static Codebook read(Handle handle, StudyName study, QuestionName question, int version) {
        List<Code> codes = handle.createQuery("SELECT id, name, theme, definition, include, exclude, examples, colour"
                        + " FROM code WHERE study = :study AND question = :question AND version = :version"
                        + " ORDER BY position")
                .bind("study", study.value())
                .bind("question", question.value())
                .bind("version", version)
                .map((row, context) -> new Code(
                        new CodeId(row.getString("id")),
                        row.getString("name"),
                        row.getString("theme"),
                        row.getString("definition"),
                        row.getString("include"),
                        row.getString("exclude"),
                        row.getString("examples"),
                        row.getString("colour")))
                .list();
        return new Codebook(question, version, codes);
    }
}
