package org.verbacode.coding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.verbacode.study.AnswerId;

/**
 * The current coding of one answer by one coder, derived from decisions and finish events.
 *
 * @param considered whether each considered code applies; a code that is absent was not considered, which differs
 *     from "does not apply"
 * @param manner of the latest decision
 */
public record Coding(
        AnswerId answer,
        CoderName coder,
        Map<CodeId, Boolean> considered,
        boolean finished,
        boolean doubt,
        Provenance.Manner manner) {
    public Coding {
        considered = Collections.unmodifiableMap(new LinkedHashMap<>(considered));
    }

    /** The codes that apply, in the order of the codebook or of the decisions. */
    public Set<CodeId> applied() {
        Set<CodeId> applied = new LinkedHashSet<>();
        considered.forEach((code, applies) -> {
            if (applies) {
                applied.add(code);
            }
        });
        return Collections.unmodifiableSet(applied);
    }
}
