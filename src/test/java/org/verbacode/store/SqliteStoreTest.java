package org.verbacode.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;

final class SqliteStoreTest extends TeamStoreContract {
    @TempDir
    private Path folder;

    @Override
    Database open() {
        return Database.sqlite(folder.resolve("verbacode.db"), CLOCK);
    }

    @Test
    void storedDataAreThereWhenTheFileIsReopened() {
        Path file = folder.resolve("again.db");
        try (Database first = Database.sqlite(file, CLOCK)) {
            first.studies().create(new StudyName("une"));
        }
        try (Database second = Database.sqlite(file, CLOCK)) {
            assertThat(second.studies().list()).containsExactly(new StudyName("une"));
        }
    }

    @Test
    void aFileThatIsNotADatabaseIsRefusedAndUnchanged() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.db"), "ceci n’est pas une base ".repeat(500));

        assertThatThrownBy(() -> Database.sqlite(file, CLOCK))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("notes.db");
        assertThat(Files.readString(file)).startsWith("ceci n’est pas une base");
    }

    @Test
    void aDatabaseFromANewerVersionIsRefused() throws SQLException {
        Path file = folder.resolve("newer.db");
        Database.sqlite(file, CLOCK).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "INSERT INTO flyway_schema_history SELECT 999, '999', 'later', type, 'V999__later.sql',"
                            + " 1, installed_by, installed_on, 1, success FROM flyway_schema_history WHERE version = '1'");
        }

        assertThatThrownBy(() -> Database.sqlite(file, CLOCK))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("plus récente");
    }

    @Test
    void onlyPostgresqlAddressesAreAcceptedAsServers() {
        assertThatThrownBy(() -> Database.server("jdbc:mysql://u:secret@h/d?password=secret", CLOCK))
                .isInstanceOf(RefusedException.class)
                .hasMessageNotContaining("secret");
    }
}
