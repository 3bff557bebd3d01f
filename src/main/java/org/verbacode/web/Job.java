package org.verbacode.web;

import org.jspecify.annotations.Nullable;
import org.verbacode.study.Message;
import org.verbacode.workflow.CancelledException;
import org.verbacode.workflow.Progress;

/** One piece of long work and how far it has come; its worker writes, pages read. */
public final class Job implements Progress {
    private final String id;
    private final Message title;
    private final String next;
    private Message task;
    private long done;
    private long total;
    private boolean cancelled;
    private @Nullable Message result;
    private boolean succeeded;

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

    synchronized void done(Message sentence) {
        result = sentence;
        succeeded = true;
    }

    synchronized void failed(Message sentence) {
        result = sentence;
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
        return result != null;
    }

    public synchronized boolean hasSucceeded() {
        return succeeded;
    }

    /** What came of it; the current task while it is running. */
    public synchronized Message result() {
        return result == null ? task : result;
    }
}
