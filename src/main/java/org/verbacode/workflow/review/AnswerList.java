package org.verbacode.workflow.review;

import java.util.List;
import java.util.Optional;
import org.verbacode.coding.Code;
import org.verbacode.coding.CoderName;
import org.verbacode.search.MatchForm;
import org.verbacode.study.Answer;
import org.verbacode.study.Message;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.search.SearchAnswers;

/**
 * One page of the answers of a queue.
 *
 * @param codes of the codebook, in its order
 * @param total number of answers in the queue
 * @param page from 1
 */
public record AnswerList(
        ReviewAnswers.Place place,
        List<WaveName> waves,
        List<Code> codes,
        List<Row> rows,
        int total,
        int page,
        int pages) {

    public AnswerList {
        waves = List.copyOf(waves);
        codes = List.copyOf(codes);
        rows = List.copyOf(rows);
    }

    /**
     * Another coder's coding of an answer.
     *
     * @param codes empty if no code applies, or if they are hidden
     */
    public record OtherCoding(CoderName coder, List<Code> codes) {
        public OtherCoding {
            codes = List.copyOf(codes);
        }

        /** Whether it is the coding that all coders agreed on. */
        public boolean isAgreed() {
            return coder.equals(CoderName.AGREED);
        }
    }

    /**
     * An answer in a list.
     *
     * @param match the words that the search found; empty without a search
     * @param codes the codes this coder has given it
     * @param blind whether this coder has still to code it blind: other coders' codes are not given
     * @param others the other coders who have finished it
     */
    public record Row(
            Answer answer,
            Optional<SearchAnswers.Match> match,
            List<Code> codes,
            boolean finished,
            boolean doubt,
            boolean blind,
            List<OtherCoding> others) {
        public Row {
            codes = List.copyOf(codes);
            others = List.copyOf(others);
        }

        /** The answer cut into the words found and the text between them. */
        public List<TextSpan> spans() {
            return TextSpan.of(
                    answer.text(), match.map(found -> found.hit().spans()).orElse(List.of()));
        }

        /** The form by which the search found the answer, in words; empty if it was found as typed. */
        public Optional<Message> form() {
            return match.filter(found -> found.hit().form() != MatchForm.WRITTEN)
                    .flatMap(SearchAnswers.Match::form);
        }
    }
}
