package org.verbacode.workflow.lists;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.study.Answer;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.review.ReviewScreen.Likelihood;

/**
 * The answers proposed for a code on which the coder has not decided, likeliest first.
 *
 * @param waves of the study
 * @param hasModel whether there are suggestions at all
 * @param counts number of such answers for each code that has any
 * @param code the code listed; null if there is no such answer for any code
 */
public record ProposalList(
        Codebook codebook,
        List<WaveName> waves,
        boolean hasModel,
        Map<CodeId, Integer> counts,
        @Nullable Code code,
        Paged<Row> answers) {
    public ProposalList {
        waves = List.copyOf(waves);
        counts = Map.copyOf(counts);
    }

    /** The codes that have such answers, in the order of the codebook. */
    public List<Code> codes() {
        return codebook.codes().stream()
                .filter(one -> counts.containsKey(one.id()))
                .toList();
    }

    /**
     * One answer.
     *
     * @param own the codes that the coder has already given it
     */
    public record Row(Answer answer, Likelihood likelihood, List<Code> own) {
        public Row {
            own = List.copyOf(own);
        }
    }
}
