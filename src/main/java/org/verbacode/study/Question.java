package org.verbacode.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An open question of a study.
 *
 * @param wordings how it was put, by wave, in the order of the waves; every wording is kept
 */
public record Question(StudyName study, QuestionName name, Map<WaveName, String> wordings) {
    public Question {
        wordings = Collections.unmodifiableMap(new LinkedHashMap<>(wordings));
    }

    /** How the question was put in a wave; its short name where nobody wrote the wording down. */
    public String wordingIn(WaveName wave) {
        return wordings.getOrDefault(wave, name.value());
    }
}
