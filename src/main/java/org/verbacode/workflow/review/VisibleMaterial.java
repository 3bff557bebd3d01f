package org.verbacode.workflow.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.ModelName;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.workflow.model.LiveSuggestions;

/**
 * The material from which help beside an answer may be made, given what the coder may see.
 *
 * @param model the version whose suggestions are on the screen; empty for none
 * @param shown the codes on the screen that are suggested or worth a look
 * @param proposed the suggested ones among them
 * @param coded other answers already coded, one for each group of identical texts; empty while the answer is to be coded
 *     blind
 * @param live the live model that made the suggestions, if one did
 */
record VisibleMaterial(
        Answer answer,
        Optional<ModelName> model,
        List<CodeId> shown,
        List<CodeId> proposed,
        Map<AnswerId, IdenticalAnswers> coded,
        Optional<LiveSuggestions> live) {}
