package org.verbacode.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An open question of a study.
 *
 * @param wordings its wording in each wave, in the order of the waves
 */
public record Question(StudyName study, QuestionName name, Map<WaveName, String> wordings) {
    public Question {
        wordings = Collections.unmodifiableMap(new LinkedHashMap<>(wordings));
    }

    /** The wording in a wave; the short name if it is unknown. */
    public String wordingIn(WaveName wave) {
        return wordings.getOrDefault(wave, name.value());
    }
}
