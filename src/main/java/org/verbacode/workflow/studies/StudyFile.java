package org.verbacode.workflow.studies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verbacode.exchange.Json;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.study.Message;
import org.verbacode.study.Question;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.importing.ImportRequest;

/**
 * {@code corpus/study.json}: the files of a study and how to read them, so that a folder can be opened as a study.
 * File names are relative to the folder and stay inside it.
 *
 * @param notice a label on all figures, such as "Données inventées"; null for none
 * @param codings null if there are none
 */
record StudyFile(
        @Nullable String study,
        @Nullable String notice,
        @Nullable List<String> files,
        @Nullable String id,
        @Nullable String wave,
        @Nullable List<Asked> questions,
        @Nullable String codings) {

    /**
     * An open question.
     *
     * @param column null if its name is that of the question
     * @param wording null if unknown
     * @param waves of this wording; null for all
     * @param codebook null if there is none
     * @param model the version that suggests its codes, a folder of the workspace; null if there is none
     */
    record Asked(
            String name,
            @Nullable String column,
            @Nullable String wording,
            @Nullable List<String> waves,
            @Nullable String codebook,
            @Nullable String model) {}

    static StudyFile read(Path file) {
        try {
            StudyFile read = Json.read(Files.readString(file), StudyFile.class, file.toString());
            if (read.study == null || read.files == null || read.questions == null) {
                throw new RefusedException(Message.of("workflow.studies.studyfile.incomplete", file));
            }
            return read;
        } catch (IOException e) {
            throw new RefusedException(Message.of("workflow.studies.studyfile.unreadable", file), e);
        }
    }

    StudyName name() {
        return new StudyName(study == null ? "" : study);
    }

    List<Asked> asked() {
        return questions == null ? List.of() : questions;
    }

    ImportRequest request(Path folder) {
        List<String> open = new ArrayList<>();
        List<ImportRequest.CodebookOf> codebooks = new ArrayList<>();
        for (Asked question : asked()) {
            open.add(question.name() + "=" + (question.column() == null ? question.name() : question.column()));
            if (question.codebook() != null) {
                codebooks.add(new ImportRequest.CodebookOf(
                        new QuestionName(question.name()), inside(folder, question.codebook())));
            }
        }
        return new ImportRequest(
                name(),
                (files == null ? List.<String>of() : files)
                        .stream().map(file -> inside(folder, file)).toList(),
                id,
                wave,
                open,
                List.of(),
                List.of(),
                codebooks,
                codings == null ? null : inside(folder, codings),
                ReadOptions.FIND_OUT);
    }

    /** The wordings of a question in the study's waves. */
    Question wordings(Asked question, List<WaveName> studyWaves) {
        Map<WaveName, String> wordings = new LinkedHashMap<>();
        String wording = question.wording();
        List<String> waves = question.waves();
        if (wording != null) {
            studyWaves.stream()
                    .filter(candidate -> waves == null || waves.contains(candidate.value()))
                    .forEach(candidate -> wordings.put(candidate, wording));
        }
        return new Question(name(), new QuestionName(question.name()), wordings);
    }

    private static Path inside(Path folder, String file) {
        Path whole = folder.resolve(file).normalize();
        if (!whole.startsWith(folder.normalize())) {
            throw new RefusedException(Message.of("workflow.studies.studyfile.outside", file));
        }
        return whole;
    }
}
