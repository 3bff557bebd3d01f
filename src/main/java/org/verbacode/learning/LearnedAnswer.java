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
 * An answer as a model version knew it: what was learned from it, without its words.
 *
 * @param text which of the answer's texts, from 1
 * @param coder whose coding counted; null if only its words were read
 * @param considered whether each code applied, in the order of the codebook; empty if only its words were read
 */
public record LearnedAnswer(
        AnswerId answer, WaveName wave, int text, @Nullable CoderName coder, Map<CodeId, Boolean> considered) {
    public LearnedAnswer {
        considered = Collections.unmodifiableMap(new LinkedHashMap<>(considered));
    }

    /** Whether it was learned from how it is coded. */
    public boolean isExample() {
        return coder != null;
    }
}
