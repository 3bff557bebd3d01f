package org.verbacode.workflow.waves;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.ModelName;
import org.verbacode.learning.NewWords;
import org.verbacode.quality.Scores;
import org.verbacode.results.Drift;
import org.verbacode.results.Share;
import org.verbacode.results.ShareChange;
import org.verbacode.results.WaveAdvice;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.model.Quote;

/**
 * What a new wave changes for a model trained on earlier ones, and what to do about it.
 *
 * @param model the version in use, which has not learned from the new wave
 * @param before the waves it was trained on
 * @param answersBefore number of answers in them
 * @param answers number of answers in the new wave
 * @param coded number of these whose coding is finished
 * @param unlike share of novel answers among the new ones with a content word
 * @param unlikeBefore share of earlier answers as isolated among the earlier ones
 * @param examples some novel answers, least similar first
 * @param codes the codes that the model knows, in the order of the codebook
 * @param audit quality of the model on the new wave
 */
public record WaveReport(
        StudyName study,
        QuestionName question,
        WaveName wave,
        ModelName model,
        List<WaveName> before,
        int answersBefore,
        int answers,
        int coded,
        NewWords words,
        Share unlike,
        Share unlikeBefore,
        List<Quote> examples,
        List<CodeLine> codes,
        Audit audit,
        WaveAdvice advice) {

    /**
     * One code before and now.
     *
     * @param people share of the coded answers of the earlier waves that bear it
     * @param uncoded number of uncoded answers of the earlier waves
     * @param expectedBefore expected share among these, the mean probability; 0 without any
     * @param expected expected share in the new wave
     * @param change expected now less before, where codings count and, for uncoded answers, probabilities; valid as
     *     far as the model is calibrated in the new wave
     * @param drift on the judged answers; null if the code was considered in none
     */
    public record CodeLine(
            Code code,
            Share people,
            int uncoded,
            double expectedBefore,
            double expected,
            ShareChange change,
            @Nullable Drift drift) {}

    /**
     * Quality of the model on coded answers of the new wave.
     *
     * @param judged number of answers shown at random and coded blind
     * @param others number of other coded answers: selected, assisted or imported; they do not judge
     * @param scores on the judged answers
     * @param learnedF1 leave-one-out micro-F1 on the training answers
     * @param overall codes per answer, observed and expected
     */
    public record Audit(int judged, int others, Scores scores, double learnedF1, Drift overall) {}

    public WaveReport {
        before = List.copyOf(before);
        examples = List.copyOf(examples);
        codes = List.copyOf(codes);
    }

    /** Share of the content words of the new answers that are in no earlier answer. */
    public Share unknownWords() {
        return new Share(words.unknown(), words.words());
    }

    /** Share of the content words of the earlier answers that are in no other earlier answer. */
    public Share wordsAloneBefore() {
        return new Share(words.aloneBefore(), words.wordsBefore());
    }

    /** The advice and its reason, in a sentence. */
    public Message sentence() {
        int shown =
                switch (advice.kind()) {
                    case JUDGE, TOO_FEW -> WaveAdvice.MIN_JUDGED;
                    case UNDECIDED, KEEP, WORSE, DRIFTS, LEARN -> (int) Math.round(100 * WaveAdvice.MARGIN);
                };
        boolean neverEnough =
                advice.kind() == WaveAdvice.Kind.JUDGE && audit.judged() + advice.more() < WaveAdvice.MIN_JUDGED;
        return Message.of(
                neverEnough
                        ? "workflow.waves.judge.never"
                        : "workflow.waves." + advice.kind().name().toLowerCase(Locale.ROOT),
                advice.more(),
                wave.value(),
                audit.judged(),
                shown,
                coded);
    }
}
