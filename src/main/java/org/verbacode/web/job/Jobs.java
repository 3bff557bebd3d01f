package org.verbacode.web.job;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.Progress;

/** Runs background tasks one after another, while people go on coding. */
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    /** Number of finished jobs kept for their pages. */
    private static final int KEPT = 50;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "jobs");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    /**
     * Queues a task and returns at once.
     *
     * @param next the page that follows the task
     * @param work the task; returns its result
     */
    public synchronized Job start(Message title, String next, Function<Progress, Job.Outcome> work) {
        Job job = new Job(UUID.randomUUID().toString(), title, next);
        jobs.put(job.id(), job);
        Iterator<Job> oldest = jobs.values().iterator();
        while (jobs.size() > KEPT && oldest.hasNext()) {
            if (oldest.next().isOver()) {
                oldest.remove();
            }
        }
        worker.execute(() -> run(job, work));
        return job;
    }

    private static void run(Job job, Function<Progress, Job.Outcome> work) {
        try {
            job.at(job.title(), 0, 0);
            job.done(work.apply(job));
        } catch (RefusedException e) {
            LOG.debug("refused", e);
            job.failed(e.sentence());
        } catch (Exception e) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("job failed {}", reference, e);
            job.failed(Message.of("web.error.failed.sentence", reference));
        }
    }

    synchronized Optional<Job> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public synchronized void close() {
        jobs.values().forEach(Job::cancel);
        worker.shutdown();
    }
}
