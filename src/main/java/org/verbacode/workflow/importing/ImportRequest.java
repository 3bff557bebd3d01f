package org.verbacode.workflow.importing;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;

/**
 * What to import into a study and how. Missing choices are taken from the study's last import.
 *
 * @param files with answers; may be empty when only codes or codings are imported
 * @param id the column of the pseudonyms, or null
 * @param wave a column, or {@code =} and the wave of all rows, or null
 * @param open columns, or question and column joined by {@code =}
 * @param attributes columns to keep; when empty, all that do not look identifying
 * @param drop columns not to read
 * @param codebooks each for a question; null for the only question
 * @param codings a file, or null
 */
public record ImportRequest(
        StudyName study,
        List<Path> files,
        @Nullable String id,
        @Nullable String wave,
        List<String> open,
        List<String> attributes,
        List<String> drop,
        List<CodebookOf> codebooks,
        @Nullable Path codings,
        ReadOptions options) {

    /** A codebook file; a null question is the study's only one. */
    public record CodebookOf(@Nullable QuestionName question, Path file) {}

    public ImportRequest {
        files = List.copyOf(files);
        open = List.copyOf(open);
        attributes = List.copyOf(attributes);
        drop = List.copyOf(drop);
        codebooks = List.copyOf(codebooks);
    }
}
