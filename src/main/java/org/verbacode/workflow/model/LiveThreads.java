package org.verbacode.workflow.model;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The threads of live models: one learns decisions in their order, the other runs tasks that take seconds. */
final class LiveThreads implements AutoCloseable {
    /** Long tasks wait until nobody has acted for this long, but not longer than MAX_WAIT. */
    private static final Duration QUIET = Duration.ofMillis(800);

    /** What a browser takes to draw the next answer; on a laptop of two cores learning at that time would delay it. */
    private static final Duration SCREEN = Duration.ofMillis(60);

    /** What a person takes to read an answer; a live model, which takes all cores for seconds, is built after that. */
    private static final Duration READING = Duration.ofSeconds(2);

    private static final Duration MAX_WAIT = Duration.ofSeconds(15);
    /** Time to wait for running tasks at the end. */
    private static final int TIMEOUT_SECONDS = 10;

    private final Executor learning;
    private final Executor background;
    private final Duration quiet;
    private volatile boolean closed;
    private volatile long lastAct;

    private LiveThreads(Executor learning, Executor background, Duration quiet) {
        this.learning = learning;
        this.background = background;
        this.quiet = quiet;
    }

    /** Runs all tasks in one executor, without waiting for a pause of the coders. */
    static LiveThreads of(Executor executor) {
        return new LiveThreads(executor, executor, Duration.ZERO);
    }

    static LiveThreads ofTheirOwn() {
        return new LiveThreads(thread("verbacode-learn"), thread("verbacode-live"), QUIET);
    }

    private static Executor thread(String name) {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether an overview of all answers may lag behind the decisions until a pause. */
    boolean mayLag() {
        return !quiet.isZero();
    }

    /** Learns a decision after those before, once the screen with the next answer has been sent and drawn. */
    void learn(Runnable work) {
        lastAct = System.nanoTime();
        run(learning, () -> {
            pause(quiet.compareTo(SCREEN) < 0 ? quiet : SCREEN);
            work.run();
        });
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void inBackground(Runnable work) {
        run(background, work);
    }

    /** A screen is being opened, which needs the processor more than any task. */
    void opened() {
        lastAct = System.nanoTime();
    }

    /** Runs a task in the background once the screens that are being opened have been read. */
    void whenRead(Runnable work) {
        run(background, () -> {
            awaitQuiet(quiet.isZero() ? quiet : READING);
            work.run();
        });
    }

    private void run(Executor executor, Runnable work) {
        if (!closed) {
            executor.execute(() -> {
                if (!closed) {
                    work.run();
                }
            });
        }
    }

    /** Waits for a pause of the coders, who need the processor more. */
    void awaitQuiet() {
        awaitQuiet(quiet);
    }

    private void awaitQuiet(Duration quiet) {
        long begun = System.nanoTime();
        while (!closed
                && !Thread.currentThread().isInterrupted()
                && System.nanoTime() - lastAct < quiet.toNanos()
                && System.nanoTime() - begun < MAX_WAIT.toNanos()) {
            pause(quiet.dividedBy(4));
        }
    }

    /** Starts nothing more and waits for running tasks, which read and write the workspace. */
    @Override
    public void close() {
        closed = true;
        stop(learning);
        stop(background);
    }

    private static void stop(Executor executor) {
        if (executor instanceof ExecutorService threads) {
            threads.shutdown();
            try {
                if (!threads.awaitTermination(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                    threads.shutdownNow();
                }
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }
}
