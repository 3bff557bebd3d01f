package org.verbacode.web.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.ImportReport;
import org.verbacode.study.Message;
import org.verbacode.workflow.CancelledException;
import org.verbacode.workflow.Progress;

/** A background task and its progress; its worker writes, pages read. */
public final class Job implements Progress {

    /**
     * The result of a task.
     *
     * @param sentence what was done
     * @param rejections what could not be read
     * @param notes other facts of interest to the researcher
     * @param hasMoreToRead whether the result is shown before going on
     * @param links pages with details
     */
    public record Outcome(
            Message sentence,
            List<ImportReport.Rejection> rejections,
            List<Message> notes,
            boolean hasMoreToRead,
            List<Link> links) {
        public Outcome {
            rejections = List.copyOf(rejections);
            notes = List.copyOf(notes);
            links = List.copyOf(links);
        }

        /** A result that is seen on the next page. */
        public static Outcome seenOnTheNextPage(Message sentence) {
            return new Outcome(sentence, List.of(), List.of(), false, List.of());
        }

        public static Outcome of(Message sentence) {
            return new Outcome(sentence, List.of(), List.of(), true, List.of());
        }

        public static Outcome of(Message sentence, ImportReport report) {
            return new Outcome(sentence, report.rejections(), report.notes(), true, List.of());
        }

        /** The same with links to details. */
        public Outcome with(List<Link> more) {
            return new Outcome(sentence, rejections, notes, hasMoreToRead, more);
        }
    }

    /** A link to details of the result. */
    public record Link(Message text, String address) {}

    private final String id;
    private final Message title;
    private final String next;
    private Message task;
    private long done;
    private long total;
    private boolean cancelled;
    private @Nullable Outcome outcome;
    private @Nullable Message failure;

    Job(String id, Message title, String next) {
        this.id = id;
        this.title = title;
        this.next = next;
        this.task = title;
    }

    @Override
    public synchronized void at(Message currentTask, long doneSoFar, long ofTotal) {
        if (cancelled) {
            throw new CancelledException();
        }
        task = currentTask;
        done = doneSoFar;
        total = ofTotal;
    }

    synchronized void done(Outcome result) {
        outcome = result;
    }

    synchronized void failed(Message sentence) {
        failure = sentence;
    }

    /** Asks the task to end at its next step without changing anything. */
    synchronized void cancel() {
        cancelled = true;
    }

    public String id() {
        return id;
    }

    public Message title() {
        return title;
    }

    /** The address of the page that follows. */
    public String next() {
        return next;
    }

    public synchronized Message task() {
        return task;
    }

    public synchronized long done() {
        return done;
    }

    /** Number of steps; 0 while unknown. */
    public synchronized long total() {
        return total;
    }

    public synchronized boolean isOver() {
        return outcome != null || failure != null;
    }

    public synchronized boolean hasSucceeded() {
        return outcome != null;
    }

    /** Whether it has succeeded with nothing to read before going on. */
    synchronized boolean goesStraightOn() {
        return outcome != null && !outcome.hasMoreToRead();
    }

    /** The result; the current step while it is running. */
    public synchronized Message result() {
        return outcome != null ? outcome.sentence() : failure != null ? failure : task;
    }

    /** What could not be read; empty while it is running. */
    public synchronized List<ImportReport.Rejection> rejections() {
        return outcome == null ? List.of() : outcome.rejections();
    }

    /** Other facts of interest to the researcher. */
    public synchronized List<Message> notes() {
        return outcome == null ? List.of() : outcome.notes();
    }

    /** Pages with details of the result. */
    public synchronized List<Link> links() {
        return outcome == null ? List.of() : outcome.links();
    }
}
