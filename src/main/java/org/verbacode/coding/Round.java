package org.verbacode.coding;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.Message;
import org.verbacode.study.Names;
import org.verbacode.study.RefusedException;

/**
 * A named draw whose answers are coded blind: without suggestions and without the codes of others, until all of its
 * coders have finished.
 *
 * @param coders who code it; empty for anyone
 * @param codebookVersion the version in force at the draw
 * @param model the version whose suggestions were frozen; null for none
 */
public record Round(
        Draw draw,
        String name,
        List<CoderName> coders,
        int codebookVersion,
        @Nullable ModelName model) {
    private static final int MIN_DOUBLE = 2;

    /** @throws RefusedException if double coding has fewer than two coders, or a coder is the agreed one */
    public Round {
        name = Names.checked(name);
        coders = List.copyOf(new LinkedHashSet<>(coders));
        if (draw.purpose() == Draw.Purpose.DOUBLE_CODING && coders.size() < MIN_DOUBLE) {
            throw new RefusedException(Message.of("coding.round.double"));
        }
        if (coders.contains(CoderName.AGREED)) {
            throw new RefusedException(Message.of("coding.coder.agreed"));
        }
    }

    public EventId id() {
        return draw.id();
    }

    /** Whether a coder codes in this round. */
    public boolean isOf(CoderName coder) {
        return coders.isEmpty() || coders.contains(coder);
    }
}
