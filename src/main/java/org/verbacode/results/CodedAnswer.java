package org.verbacode.results;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.verbacode.coding.CodeId;
import org.verbacode.language.AnswerContent;
import org.verbacode.study.WaveName;

/**
 * A given answer in the counts.
 *
 * @param considered whether each code that was considered applies, or is suggested by the model; an absent code was not
 *     considered, as one that is newer than the coding
 * @param withoutContent whether it says nothing ("/", "je ne sais pas") and no person gave it a code
 */
public record CodedAnswer(WaveName wave, Source source, Map<CodeId, Boolean> considered, boolean withoutContent) {

    /** Whose codes they are; the two are never added up. */
    public enum Source {
        /** A person finished the answer. */
        PEOPLE,
        /** No person has finished the answer; a model has made suggestions. */
        MODEL,
        /** Neither. */
        NOBODY
    }

    public CodedAnswer {
        considered = Map.copyOf(considered);
        if (source == Source.NOBODY && !considered.isEmpty()) {
            throw new IllegalArgumentException("codes that nobody gave: " + considered);
        }
    }

    public static CodedAnswer by(Source source, WaveName wave, Map<CodeId, Boolean> considered) {
        return new CodedAnswer(wave, source, considered, false);
    }

    /** The codes that apply, or that the model suggests. */
    public Set<CodeId> codes() {
        return considered.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * The same answer, counted as one without content if its text says nothing. A code that a person gave makes "rien" an
     * answer.
     */
    public CodedAnswer saying(AnswerContent content) {
        boolean isAnswer = source == Source.PEOPLE && !codes().isEmpty();
        return new CodedAnswer(wave, source, considered, content.isMissing() && !isAnswer);
    }
}
