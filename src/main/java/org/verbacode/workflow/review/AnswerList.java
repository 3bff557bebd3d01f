package org.verbacode.workflow.review;

import java.util.List;
import org.verbacode.coding.Code;
import org.verbacode.coding.CoderName;
import org.verbacode.search.Hit;
import org.verbacode.study.Answer;
import org.verbacode.study.WaveName;

/**
 * One page of the answers of a queue.
 *
 * @param total number of answers in the queue
 * @param page from 1
 */
public record AnswerList(
        ReviewAnswers.Place place, List<WaveName> waves, List<Row> rows, int total, int page, int pages) {

    public AnswerList {
        waves = List.copyOf(waves);
        rows = List.copyOf(rows);
    }

    /**
     * An answer in a list.
     *
     * @param found spans of the words that the search found
     * @param codes the codes this coder has given it
     * @param others the other coders who have finished it
     */
    public record Row(
            Answer answer,
            List<Hit.Span> found,
            List<Code> codes,
            boolean finished,
            boolean doubt,
            List<CoderName> others) {
        public Row {
            found = List.copyOf(found);
            codes = List.copyOf(codes);
            others = List.copyOf(others);
        }

        /** The answer cut into the words found and the text between them. */
        public List<TextSpan> stretches() {
            return TextSpan.of(answer.text(), found);
        }
    }
}
