package org.verbacode.results;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.verbacode.coding.CodeId;
import org.verbacode.language.AnswerContent;
import org.verbacode.study.WaveName;

/**
 * A given answer in the counts.
 *
 * @param codes the codes that apply, or that the model suggests
 * @param withoutContent whether it says nothing ("/", "je ne sais pas") and no person gave it a code
 */
public record CodedAnswer(WaveName wave, Source source, Set<CodeId> codes, boolean withoutContent) {

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
        codes = Collections.unmodifiableSet(new LinkedHashSet<>(codes));
        if (source == Source.NOBODY && !codes.isEmpty()) {
            throw new IllegalArgumentException("codes that nobody gave: " + codes);
        }
    }

    public static CodedAnswer by(Source source, WaveName wave, Collection<CodeId> codes) {
        return new CodedAnswer(wave, source, new LinkedHashSet<>(codes), false);
    }

    /**
     * The same answer, counted as one without content if its text says nothing. A code that a person gave makes "rien" an
     * answer.
     */
    public CodedAnswer saying(AnswerContent content) {
        boolean isAnswer = source == Source.PEOPLE && !codes.isEmpty();
        return new CodedAnswer(wave, source, codes, content.isMissing() && !isAnswer);
    }
}
