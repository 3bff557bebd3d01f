package org.verbacode.workflow;

import org.verbacode.study.Message;

/** How far long work has come: a bar on a terminal, a line on a page, or nothing. */
@FunctionalInterface
public interface Progress {
    /** Nobody is watching. */
    Progress NONE = (task, done, total) -> {};

    /**
     * Tells how far the work has come. Called often, from one thread.
     *
     * @param task what is being done, such as "Lecture des réponses"
     * @param total how much there is to do, or 0 while that is not known
     * @throws CancelledException if the watcher has asked for an end; the work then leaves everything as it was
     */
    void at(Message task, long done, long total);
}
