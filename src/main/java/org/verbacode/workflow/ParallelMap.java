package org.verbacode.workflow;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Maps a function over any number of items on all cores and delivers the results in order. Only a few dozen items per
 * core are in memory at a time. The threads are kept until it is closed, since the French analyser is slow to load on
 * each.
 */
public final class ParallelMap implements AutoCloseable {
    /** Results per core that may wait for their turn, which bounds the memory. */
    private static final int WAITING_PER_CORE = 64;

    private final int cores = Runtime.getRuntime().availableProcessors();
    private final ExecutorService threads = Executors.newFixedThreadPool(cores, work -> {
        Thread thread = new Thread(work, "verbacode-cores");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Maps all items.
     *
     * @param things read on the calling thread, not far ahead of the results
     * @param work runs on any thread; the first exception ends the run
     * @param use called on the calling thread, in the order of the items
     */
    public <T, R> void each(Iterator<T> things, Function<T, R> work, Consumer<R> use) {
        Queue<Future<R>> waiting = new ArrayDeque<>();
        while (things.hasNext() || !waiting.isEmpty()) {
            if (things.hasNext() && waiting.size() < cores * WAITING_PER_CORE) {
                T thing = things.next();
                waiting.add(threads.submit(() -> work.apply(thing)));
            } else {
                use.accept(result(waiting.remove()));
            }
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
