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
 * Does the same to many things on all cores and hands over the results in order. Only a few dozen for each core are in
 * memory at a time, so there may be any number of them. The threads live until it is closed, since what they need to read
 * French is slow to make.
 */
public final class ParallelMap implements AutoCloseable {
    private static final int WAITING_PER_CORE = 64;

    private final int cores = Runtime.getRuntime().availableProcessors();
    private final ExecutorService threads = Executors.newFixedThreadPool(cores, work -> {
        Thread thread = new Thread(work, "verbacode-cores");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Works.
     *
     * @param things read on the calling thread, never far ahead of the results
     * @param work done on any thread; the first that throws ends it all
     * @param use called on the calling thread, in the order of the things
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
