package org.verbacode.workflow.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.exchange.model.ModelFolder;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.learning.ModelCard;
import org.verbacode.learning.Trainer;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;

final class OpenExampleTest {
    private static final StudyName MENTORAT = new StudyName("Mentorat");

    @TempDir
    private Path folder;

    private Workspace open() {
        return Workspace.open(
                folder,
                Optional.empty(),
                Workspace.Access.WRITE,
                Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void anEmptyFolderIsOfferedTheExampleAndGetsItsFiles() {
        try (Workspace workspace = open()) {
            OpenExample example = new OpenExample(workspace);
            example.atFirstStart(Progress.NONE);
            assertThat(example.isOffered()).isTrue();

            assertThat(example.run(Progress.NONE)).isEqualTo(MENTORAT);

            assertThat(example.isOffered()).isFalse();
            assertThat(folder.resolve("corpus/study.json")).hasSameTextualContentAs(Path.of("corpus/study.json"));
            assertThat(workspace.database().studies().notice(MENTORAT)).isEqualTo("Données inventées");
            assertThat(workspace.database().studies().waves(MENTORAT)).hasSize(3);
            QuestionName ideal = new QuestionName("ideal");
            assertThat(workspace
                            .database()
                            .studies()
                            .question(MENTORAT, ideal)
                            .orElseThrow()
                            .wordings())
                    .containsOnlyKeys(new WaveName("2020-2021"));
        }
    }

    @Test
    void aFolderWithACorpusOpensItOnceAndNeverAgain() throws IOException {
        Files.createDirectories(folder.resolve("corpus"));
        Files.writeString(folder.resolve("corpus/r.csv"), "id,an,q\n1,2020,Soutien\n");
        Files.writeString(
                folder.resolve("corpus/study.json"),
                "{\"study\":\"Petite\",\"files\":[\"r.csv\"],\"id\":\"id\",\"wave\":\"an\",\"questions\":[{\"name\":\"q\"}]}");
        StudyName small = new StudyName("Petite");
        try (Workspace workspace = open()) {
            new OpenExample(workspace).atFirstStart(Progress.NONE);
            assertThat(workspace.database().studies().list()).containsExactly(small);
            workspace.database().studies().delete(small);
        }
        try (Workspace workspace = open()) {
            new OpenExample(workspace).atFirstStart(Progress.NONE);
            assertThat(workspace.database().studies().list()).isEmpty();
        }
    }

    @Test
    void aStudyFileReachesNoFileOutsideItsFolder() throws IOException {
        Files.createDirectories(folder.resolve("corpus"));
        Files.writeString(folder.resolve("secret.csv"), "id,q\n1,Secret\n");
        Files.writeString(
                folder.resolve("corpus/study.json"),
                "{\"study\":\"S\",\"files\":[\"../secret.csv\"],\"id\":\"id\",\"questions\":[{\"name\":\"q\"}]}");
        try (Workspace workspace = open()) {
            assertThatThrownBy(() -> new OpenExample(workspace).run(Progress.NONE))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("../secret.csv");
        }
    }

    @Test
    void theModelsThatAreHandedOutReadAndLearnAsThisVersionDoes() {
        assertThat(ModelFolder.list(Path.of("models"))).hasSize(2).allSatisfy(name -> {
            ModelCard card = ModelFolder.card(Path.of("models", name.value()));
            assertThat(card.language()).startsWith(new FrenchAnalyser().version());
            assertThat(card.recipe()).isEqualTo(Trainer.RECIPE);
        });
    }
}
