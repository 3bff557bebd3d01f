package org.verbacode.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A respondent of one wave.
 *
 * @param attributes closed answers and background variables by column name, in the file's order; absent where the
 *     cell was empty
 */
public record Respondent(RespondentId id, WaveName wave, Map<String, String> attributes) {
    public Respondent {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
