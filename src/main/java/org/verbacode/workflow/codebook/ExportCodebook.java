package org.verbacode.workflow.codebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Codebook;
import org.verbacode.exchange.SafeFile;
import org.verbacode.exchange.coding.CodebookFile;
import org.verbacode.exchange.table.Table;
import org.verbacode.exchange.table.TableFile;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;

/** Writes a codebook as a table, which {@link CodebookFile} reads again. */
public final class ExportCodebook {
    private final Workspace workspace;

    public ExportCodebook(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Writes a version.
     *
     * @param version null for the current one
     * @param out a .csv or .xlsx file
     * @return number of codes
     * @throws RefusedException if there is no such question or version, or the file cannot be written
     */
    public int run(StudyName study, QuestionName question, @Nullable Integer version, Path out) {
        new ListStudies(workspace).question(study, question);
        EditCodebook codebooks = new EditCodebook(workspace);
        Codebook codebook =
                version == null ? codebooks.current(study, question) : codebooks.version(study, question, version);
        Table table = CodebookFile.table(codebook.codes());
        boolean isWorkbook =
                String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT).endsWith(".xlsx");
        try (SafeFile file = SafeFile.create(out)) {
            Files.write(file.temporary(), isWorkbook ? TableFile.xlsx(List.of(table)) : TableFile.csv(table));
            file.finish();
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.out.unwritable", out), e);
        }
        return codebook.codes().size();
    }
}
