package org.verbacode.coding;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;

/**
 * Answers drawn at random from those given to a question, in the order in which they are to be coded.
 *
 * @param wave the wave drawn from, or null for all
 * @param seed draws the same answers again from the same study
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

    /** What the drawn answers are coded for. */
    public enum Purpose {
        TRAINING,
        DOUBLE_CODING,
        AUDIT
    }

    public Draw {
        answers = List.copyOf(answers);
    }
}
