package org.verbacode.workflow.review;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.verbacode.store.Codings.Assignment;

/**
 * A cache of review sessions, one for each coder and question; the least recently used ones are evicted. Each session
 * has its own lock: requests of one coder about one question run one after another, all others run at the same time.
 * The lock of the cache itself is held only to look an entry up, never while a session is read or used.
 */
final class ReviewSessions {
    /** Number of sessions kept; each holds the answers, codings and suggestions of its question. */
    private static final int CAPACITY = 12;

    private final BiFunction<Assignment, DisplayedSuggestions, ReviewSession> reader;
    private final Map<Assignment, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    /** @param reader reads a session from the store; called without the lock of the cache */
    ReviewSessions(BiFunction<Assignment, DisplayedSuggestions, ReviewSession> reader) {
        this.reader = reader;
    }

    /** One session and its lock, which guards all fields but the number of users. */
    private static final class Entry {
        private final Lock lock = new ReentrantLock();
        private final DisplayedSuggestions displayed = new DisplayedSuggestions();
        /** Null until it has been read. */
        private @Nullable ReviewSession session;
        /** Number of requests that use the session or wait for it, guarded by the cache; only unused entries are evicted. */
        private int users;
    }

    /** Runs a request on a session, which is read first unless it is in the cache. */
    <T> T use(Assignment assignment, Function<ReviewSession, T> request) {
        return locked(
                assignment, entry -> request.apply(entry.session == null ? read(assignment, entry) : entry.session));
    }

    /** Runs a request on a session that is read again; the suggestions on the coder's open screens are kept. */
    <T> T reopen(Assignment assignment, Function<ReviewSession, T> request) {
        return locked(assignment, entry -> request.apply(read(assignment, entry)));
    }

    private ReviewSession read(Assignment assignment, Entry entry) {
        ReviewSession session = reader.apply(assignment, entry.displayed);
        entry.session = session;
        return session;
    }

    private <T> T locked(Assignment assignment, Function<Entry, T> request) {
        Entry entry = acquire(assignment);
        entry.lock.lock();
        try {
            return request.apply(entry);
        } finally {
            entry.lock.unlock();
            release(entry);
        }
    }

    private synchronized Entry acquire(Assignment assignment) {
        Entry entry = entries.computeIfAbsent(assignment, unused -> new Entry());
        entry.users++;
        return entry;
    }

    private synchronized void release(Entry entry) {
        entry.users--;
        Iterator<Entry> eldestFirst = entries.values().iterator();
        while (entries.size() > CAPACITY && eldestFirst.hasNext()) {
            if (eldestFirst.next().users == 0) {
                eldestFirst.remove();
            }
        }
    }
}
