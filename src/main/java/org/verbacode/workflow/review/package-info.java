/**
 * Manual coding: queues of answers, one answer at a time with its suggestions, undo, and the list of answers. Each coder's
 * work on a question is a session of its own; sessions run at the same time.
 */
@NullMarked
package org.verbacode.workflow.review;

import org.jspecify.annotations.NullMarked;
