package org.verbacode.learning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.study.AnswerId;
import org.verbacode.study.WaveName;

/**
 * An answer as a model version learned it, without its text.
 *
 * @param text number of the answer's text version, from 1
 * @param coder the coder whose coding counted; null if only the text was used
 * @param considered whether each code applied, in the order of the codebook; empty if only the text was used
 */
public record LearnedAnswer(
        AnswerId answer, WaveName wave, int text, @Nullable CoderName coder, Map<CodeId, Boolean> considered) {
    public LearnedAnswer {
        considered = Collections.unmodifiableMap(new LinkedHashMap<>(considered));
    }

    /** Whether the coding of the answer was learned from. */
    public boolean isExample() {
        return coder != null;
    }
}
