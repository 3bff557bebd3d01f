package org.verbacode.store;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidFactory;
import java.time.Clock;
import java.time.Instant;
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

    /** @param latest the latest id in the database, or null when it holds none */
    EventIds(Clock clock, @Nullable EventId latest) {
        this.clock = clock;
        lastMillis = latest == null ? 0 : Ulid.from(latest.value()).getTime() + 1;
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
