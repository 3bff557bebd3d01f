package org.verbacode.workflow;

import java.io.Serial;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/** The researcher has cancelled long work; everything is as it was before. */
public final class CancelledException extends RefusedException {
    @Serial
    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super(Message.of("workflow.cancelled"));
    }
}
