package org.verbacode.coding;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;

/**
 * A random draw of answers to a question, in the order of coding.
 *
 * @param wave the wave drawn from, or null for all
 * @param seed of the draw
 */
public record Draw(
        EventId id,
        StudyName study,
        QuestionName question,
        @Nullable WaveName wave,
        Purpose purpose,
        long seed,
        Instant at,
        List<AnswerId> answers) {

    /** What the answers are drawn for. */
    public enum Purpose {
        TRAINING,
        DOUBLE_CODING,
        AUDIT
    }

    public Draw {
        answers = List.copyOf(answers);
    }
}
