package org.verbacode.workflow.review;

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
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.Question;
import org.verbacode.study.WaveName;

/**
 * All that the review screen shows at one moment.
 *
 * @param model the model version in use; empty while nothing has been learned
 * @param live whether what the model says follows each decision
 * @param shown the answer before the coder's eyes; null when the queue is empty
 * @param remaining how many answers are in the queue
 * @param finished how many answers to the question this coder or, before, another has finished
 * @param given how many answers respondents gave to the question
 * @param byCode how many unfinished answers the model gives each code
 * @param notice what just happened, for the coder to read; null for nothing
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
        @Nullable Message notice) {

    public ReviewScreen {
        waves = List.copyOf(waves);
        byCode = Map.copyOf(byCode);
    }

    /**
     * One answer on the screen.
     *
     * @param ticked the codes that stand ticked, in the order of the codebook: decided, or the model's when verifying
     * @param decided those of them that the coder has decided and that are stored
     * @param proposals what the model proposes, likeliest first; empty while that must not be seen
     * @param blind whether this answer comes without suggestions although the coder is verifying
     * @param alike how many answers have the same words
     */
    public record Shown(
            Answer answer,
            String wording,
            List<Code> ticked,
            Set<CodeId> decided,
            boolean finished,
            boolean doubt,
            String note,
            List<Proposal> proposals,
            List<Code> alsoProposed,
            boolean blind,
            int alike,
            List<CoderName> otherCoders,
            @Nullable AnswerId previous,
            @Nullable AnswerId next) {

        public Shown {
            ticked = List.copyOf(ticked);
            decided = Set.copyOf(decided);
            proposals = List.copyOf(proposals);
            alsoProposed = List.copyOf(alsoProposed);
            otherCoders = List.copyOf(otherCoders);
        }

        public boolean isTicked(CodeId code) {
            return ticked.stream().anyMatch(tick -> tick.id().equals(code));
        }
    }

    /**
     * What the model proposes, in words.
     *
     * @param worth how often such proposals were right
     * @param fromDefinition whether no example of the code was learned from: only the codebook speaks for it
     */
    public record Proposal(Code code, Likelihood likelihood, Message worth, boolean fromDefinition) {}

    /** How sure the model is, as coders can weigh it. */
    public enum Likelihood {
        LIKELY,
        POSSIBLE,
        TO_CHECK
    }
}
