package org.verbacode.search;

import org.jspecify.annotations.Nullable;
import org.verbacode.study.QuestionName;
import org.verbacode.study.WaveName;

/**
 * The answers of a study that are searched.
 *
 * @param question only the answers to this question; null for all
 * @param wave only the answers of this wave; null for all
 */
public record Scope(
        @Nullable QuestionName question, @Nullable WaveName wave) {
    public static final Scope EVERYWHERE = new Scope(null, null);
}
