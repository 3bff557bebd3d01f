package org.verbacode.coding;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Checksum;

/**
 * The current coding of one answer by one coder, derived from decisions and finish events.
 *
 * @param considered whether each considered code applies; a code that is absent was not considered, which differs
 *     from "does not apply"
 * @param codebookVersion under which the answer was finished; 0 if it is not finished or that is not known
 * @param manner of the latest decision
 */
public record Coding(
        AnswerId answer,
        CoderName coder,
        Map<CodeId, Boolean> considered,
        boolean finished,
        boolean doubt,
        int codebookVersion,
        Provenance.Manner manner) {
    private static final int STATE_LENGTH = 16;

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

    /**
     * What has been decided on an answer, as a short checksum: a page that shows it returns it with an act, so that nothing
     * is overwritten that its reader has not seen. An empty coding has the state of none.
     */
    public static String state(Optional<Coding> coding) {
        Checksum checksum = new Checksum();
        coding.ifPresent(shown -> {
            checksum.add(shown.finished ? "finished" : "open", shown.doubt ? "doubt" : "sure");
            shown.considered.entrySet().stream()
                    .sorted(Comparator.comparing(entry -> entry.getKey().value()))
                    .forEach(entry -> checksum.add(
                            entry.getKey().value(), entry.getValue().toString()));
        });
        boolean empty = coding.map(shown -> !shown.finished && shown.considered.isEmpty())
                .orElse(true);
        return empty ? "none" : checksum.hex().substring(0, STATE_LENGTH);
    }
}
