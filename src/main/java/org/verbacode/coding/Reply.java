package org.verbacode.coding;

import java.time.Instant;
import org.verbacode.study.AnswerId;

/**
 * A reply to a coder's doubt or note.
 *
 * @param coder to whom
 * @param read whether that coder has marked it as read
 */
public record Reply(
        EventId id, AnswerId answer, CoderName coder, CoderName author, String text, Instant at, boolean read) {}
