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
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;

final class BackUpTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Workspace open(String name) {
        return Workspace.open(folder.resolve(name), Optional.empty(), Workspace.Access.WRITE, CLOCK);
    }

    @Test
    void aBackupMadeWhileTheWorkspaceIsOpenBringsEverythingBack() throws IOException {
        Path backup = folder.resolve("sauvegarde.db");
        try (Workspace workspace = open("a")) {
            SampleStudy.in(workspace, 8);
            BackUp.save(workspace, backup);
            workspace.database().studies().delete(SampleStudy.STUDY);
            workspace.database().studies().create(new StudyName("plus tard"));
        }

        Optional<Path> kept = BackUp.restore(backup, folder.resolve("a"), CLOCK);

        assertThat(kept).hasValueSatisfying(path -> assertThat(path).isNotEmptyFile());
        try (Workspace workspace = open("a")) {
            assertThat(workspace.database().studies().list()).containsExactly(SampleStudy.STUDY);
            assertThat(workspace.database().answers().given(SampleStudy.STUDY, SampleStudy.QUESTION))
                    .hasSize(8);
            Files.createDirectories(workspace.index().resolve("vieux"));
            BackUp.check(workspace);
            assertThat(workspace.index()).doesNotExist();
        }
    }

    @Test
    void aFileThatIsNoBackupChangesNothing() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "pas une base ".repeat(500));
        try (Workspace workspace = open("a")) {
            SampleStudy.in(workspace, 2);
        }

        assertThatThrownBy(() -> BackUp.restore(notes, folder.resolve("a"), CLOCK))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("notes.txt");
        try (Workspace workspace = open("a")) {
            assertThat(workspace.database().studies().list()).containsExactly(SampleStudy.STUDY);
        }
    }

    @Test
    void nobodyRestoresUnderTheFeetOfAnother() {
        Path backup = folder.resolve("sauvegarde.db");
        try (Workspace workspace = open("a")) {
            BackUp.save(workspace, backup);
            assertThatThrownBy(() -> BackUp.restore(backup, folder.resolve("a"), CLOCK))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("déjà ouvert");
        }
    }
}
