package org.verbacode.workflow.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Suggestion;
import org.verbacode.learning.ModelCard;
import org.verbacode.study.AnswerId;

/** What a model says of the answers to one question. */
public interface QuestionSuggestions {
    /** Whether it says anything at all. */
    boolean any();

    /** What it says of an answer, every code of it likeliest first. */
    List<Suggestion> of(AnswerId answer);

    /** The codes it gives each answer of which it says anything. */
    Map<AnswerId, List<CodeId>> proposed();

    /** The probability from which it gives each code. */
    Map<CodeId, Double> givenFrom();

    /** Which version speaks of an answer; empty if none does. */
    Optional<ModelName> by(AnswerId answer);

    /** How good that version is for each code, by the code's id. */
    Map<String, ModelCard.CodeLine> lines(AnswerId answer);
}
