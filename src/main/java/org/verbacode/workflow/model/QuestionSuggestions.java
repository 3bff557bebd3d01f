package org.verbacode.workflow.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Suggestion;
import org.verbacode.learning.ModelCard;
import org.verbacode.study.AnswerId;

/** The suggestions of a model for the answers to one question. */
public interface QuestionSuggestions {
    /** Whether there are any. */
    boolean any();

    /** The suggestions for an answer, likeliest first. */
    List<Suggestion> of(AnswerId answer);

    /** The codes given to each answer that has suggestions. */
    Map<AnswerId, List<CodeId>> proposed();

    /** The probability from which each code is given. */
    Map<CodeId, Double> givenFrom();

    /** The version that made the suggestions of an answer; empty if there are none. */
    Optional<ModelName> by(AnswerId answer);

    /** Quality of that version for each code, by the code's id. */
    Map<String, ModelCard.CodeLine> lines(AnswerId answer);
}
