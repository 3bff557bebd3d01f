package org.verbacode.workflow;

import java.io.Serial;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/** The user has cancelled a long task, which has changed nothing. */
public final class CancelledException extends RefusedException {
    @Serial
    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super(Message.of("workflow.cancelled"));
    }
}
