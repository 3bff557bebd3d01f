package org.verbacode.learning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verbacode.coding.CodeId;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.study.AnswerId;

/**
 * A coded answer to learn from.
 *
 * @param considered whether each considered code applies; codes that are absent are not learned from
 */
public record Example(AnswerId id, AnalysedAnswer answer, Map<CodeId, Boolean> considered) {
    public Example {
        considered = Collections.unmodifiableMap(new LinkedHashMap<>(considered));
    }
}
