package org.verbacode.web.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.ImportReport;
import org.verbacode.study.Message;
import org.verbacode.workflow.CancelledException;
import org.verbacode.workflow.Progress;

/** One piece of long work and how far it has come; its worker writes, pages read. */
public final class Job implements Progress {

    /**
     * What came of the work.
     *
     * @param sentence what was done
     * @param rejections what could not be read
     * @param notes what the researcher should know although nothing was lost
     * @param hasMoreToRead whether the researcher reads this before going on
     * @param links pages that say more
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

        /** Work whose result is the next page itself. */
        public static Outcome seenOnTheNextPage(Message sentence) {
            return new Outcome(sentence, List.of(), List.of(), false, List.of());
        }

        public static Outcome of(Message sentence) {
            return new Outcome(sentence, List.of(), List.of(), true, List.of());
        }

        public static Outcome of(Message sentence, ImportReport report) {
            return new Outcome(sentence, report.rejections(), report.notes(), true, List.of());
        }

        /** The same, with pages that say more. */
        public Outcome with(List<Link> more) {
            return new Outcome(sentence, rejections, notes, hasMoreToRead, more);
        }
    }

    /** A page that says more about what came of the work. */
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

    /** Asks the work to end at its next step, leaving everything as it was. */
    synchronized void cancel() {
        cancelled = true;
    }

    public String id() {
        return id;
    }

    public Message title() {
        return title;
    }

    /** Where to go when it is done. */
    public String next() {
        return next;
    }

    public synchronized Message task() {
        return task;
    }

    public synchronized long done() {
        return done;
    }

    /** How much there is to do; 0 while that is not known. */
    public synchronized long total() {
        return total;
    }

    public synchronized boolean isOver() {
        return outcome != null || failure != null;
    }

    public synchronized boolean hasSucceeded() {
        return outcome != null;
    }

    /** Whether it is done and there is nothing to read before going on. */
    synchronized boolean goesStraightOn() {
        return outcome != null && !outcome.hasMoreToRead();
    }

    /** What came of it; the current task while it is running. */
    public synchronized Message result() {
        return outcome != null ? outcome.sentence() : failure != null ? failure : task;
    }

    /** What could not be read; empty while the work is running. */
    public synchronized List<ImportReport.Rejection> rejections() {
        return outcome == null ? List.of() : outcome.rejections();
    }

    /** What the researcher should know although nothing was lost. */
    public synchronized List<Message> notes() {
        return outcome == null ? List.of() : outcome.notes();
    }

    /** Pages that say more about what came of it. */
    public synchronized List<Link> links() {
        return outcome == null ? List.of() : outcome.links();
    }
}
