package org.verbacode.workflow.review;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Reply;
import org.verbacode.coding.Round;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.Question;
import org.verbacode.study.WaveName;

/**
 * The content of the review screen.
 *
 * @param model the model version in use; empty before the first training
 * @param live whether the suggestions follow each decision
 * @param shown the answer on the screen; null when the queue is empty
 * @param remaining number of answers in the queue
 * @param finished number of answers to the question that this coder or another has finished
 * @param given number of answers that respondents gave to the question
 * @param byCode number of unfinished answers that the model gives each code
 * @param rounds the rounds in which the coder has answers to code, with their number
 * @param notice the result of the last act, for the coder to read; null for none
 */
public record ReviewScreen(
        Question question,
        List<WaveName> waves,
        Codebook codebook,
        ReviewAnswers.Place place,
        Optional<ModelName> model,
        boolean live,
        @Nullable Shown shown,
        int remaining,
        int finished,
        int given,
        Map<CodeId, Integer> byCode,
        Map<Round, Integer> rounds,
        @Nullable Message notice) {

    public ReviewScreen {
        waves = List.copyOf(waves);
        byCode = Map.copyOf(byCode);
        rounds = Collections.unmodifiableMap(new LinkedHashMap<>(rounds));
    }

    /**
     * One answer on the screen.
     *
     * @param ticked the ticked codes in the order of the codebook: decided, or suggested while verifying
     * @param decided the ticked codes that the coder has decided and that are stored
     * @param replies to the coder's doubt or note, oldest first
     * @param proposals the suggestions, likeliest first; empty while they must not be seen
     * @param blind whether the suggestions are hidden although the coder is verifying
     * @param alike number of answers with the same words, this one included
     * @param state of the coder's coding
     */
    public record Shown(
            Answer answer,
            String wording,
            List<Code> ticked,
            Set<CodeId> decided,
            boolean finished,
            boolean doubt,
            String note,
            List<Reply> replies,
            List<Proposal> proposals,
            List<Code> alsoProposed,
            boolean blind,
            int alike,
            List<CoderName> otherCoders,
            @Nullable AnswerId previous,
            @Nullable AnswerId next,
            String state) {

        public Shown {
            ticked = List.copyOf(ticked);
            decided = Set.copyOf(decided);
            replies = List.copyOf(replies);
            proposals = List.copyOf(proposals);
            alsoProposed = List.copyOf(alsoProposed);
            otherCoders = List.copyOf(otherCoders);
        }

        public boolean isTicked(CodeId code) {
            return ticked.stream().anyMatch(tick -> tick.id().equals(code));
        }
    }

    /**
     * A suggested code, described for the coder.
     *
     * @param worth how often such suggestions were right
     * @param fromDefinition whether the code had no training example, so that the suggestion comes from its definition alone
     */
    public record Proposal(Code code, Likelihood likelihood, Message worth, boolean fromDefinition) {}

    /** Classes of probability that coders can tell apart. */
    public enum Likelihood {
        LIKELY,
        POSSIBLE,
        TO_CHECK
    }
}
