package org.verbacode.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/** Migrates a database to the current schema, or refuses one that is not Verbacode's or is newer. */
final class Migrations {
    private Migrations() {}

    static void apply(DataSource pool, String where) {
        try {
            Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(pool)
                    .locations("classpath:org/verbacode/store/migrations")
                    .load();
            for (MigrationInfo migration : flyway.info().all()) {
                if (migration.getState() == MigrationState.FUTURE_SUCCESS
                        || migration.getState() == MigrationState.FUTURE_FAILED) {
                    throw new RefusedException(Message.of("store.newer", where));
                }
            }
            flyway.migrate();
        } catch (FlywayException e) {
            throw new RefusedException(Message.of("store.open", where), e);
        }
    }
}
