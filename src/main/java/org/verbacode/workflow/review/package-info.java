/** The review screen: queues, one answer at a time, what the model proposes, undo; and the list of answers. */
@NullMarked
package org.verbacode.workflow.review;

import org.jspecify.annotations.NullMarked;
