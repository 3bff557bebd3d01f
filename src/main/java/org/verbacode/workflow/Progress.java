package org.verbacode.workflow;

import org.verbacode.study.Message;

/** Receives the progress of a long task: a bar on a terminal, a line on a page, or nothing. */
@FunctionalInterface
public interface Progress {
    /** Ignores progress. */
    Progress NONE = (task, done, total) -> {};

    /**
     * Reports progress. Called often, from one thread.
     *
     * @param task name of the task, such as "Lecture des réponses"
     * @param total number of steps, or 0 while unknown
     * @throws CancelledException if the user has cancelled; the task must then leave everything unchanged
     */
    void at(Message task, long done, long total);
}
