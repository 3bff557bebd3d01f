package org.verbacode.store;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidFactory;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.EventId;

/**
 * Generates monotonic event ids, even when the computer's clock runs backwards, since their order is the order of
 * events.
 */
final class EventIds {
    private final Clock clock;
    private final UlidFactory factory = UlidFactory.newMonotonicInstance();
    private long lastMillis;

    EventIds(Clock clock, Jdbi jdbi) {
        this.clock = clock;
        EventId latest = latest(jdbi);
        lastMillis = latest == null ? 0 : Ulid.from(latest.value()).getTime() + 1;
    }

    /** The latest id of an act, decision, finish event or note; null in an empty database. */
    private static @Nullable EventId latest(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT max(id) FROM (SELECT max(id) AS id FROM act"
                        + " UNION ALL SELECT max(id) FROM decision UNION ALL SELECT max(id) FROM finish"
                        + " UNION ALL SELECT max(id) FROM note) events")
                .mapTo(String.class)
                .findFirst()
                .map(EventId::new)
                .orElse(null));
    }

    synchronized EventId next() {
        lastMillis = Math.max(lastMillis, clock.millis());
        return new EventId(factory.create(lastMillis).toString());
    }

    /** Makes all further ids later than an event that comes from elsewhere. */
    synchronized void follow(EventId event) {
        lastMillis = Math.max(lastMillis, Ulid.from(event.value()).getTime() + 1);
    }

    Instant now() {
        return clock.instant();
    }
}
