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
 * What a new wave changes for a model that learned on earlier ones, and what to do about it.
 *
 * @param model the version in use, which has learned nothing of the new wave
 * @param before the waves it learned from
 * @param answersBefore given in them
 * @param answers given in the new wave
 * @param coded of these, those that people finished coding
 * @param unlike share of the new answers that are unlike any before, of those with a content word
 * @param unlikeBefore share of the earlier answers that are as unlike all other earlier ones
 * @param examples a few of the answers unlike any before, the least like first
 * @param codes that the model knows, in the order of the codebook
 * @param audit how the model does on the new wave
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
     * @param people answers of the earlier waves that bear it, of those that people coded
     * @param uncoded answers of the earlier waves that nobody coded
     * @param expectedBefore the share the model expects among these, the mean of its probabilities; 0 without any
     * @param expected the share it expects in the new wave
     * @param change expected now less before, where people's codes and, for what nobody coded, expectations count; what
     *     it says holds as far as the probabilities hold in the new wave
     * @param drift on the judged answers; null if there are none in which people considered the code
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
     * The model against people, on answers of the new wave.
     *
     * @param judged answers shown at random and coded without a suggestion in sight
     * @param others answers that people coded otherwise: picked, assisted or imported; these judge nothing
     * @param scores on the judged answers
     * @param learnedF1 micro-F1 on the answers the model learned from, each left out in turn
     * @param overall codes per answer, observed and expected
     */
    public record Audit(int judged, int others, Scores scores, double learnedF1, Drift overall) {}

    public WaveReport {
        before = List.copyOf(before);
        examples = List.copyOf(examples);
        codes = List.copyOf(codes);
    }

    /** Share of the content words of the new answers that stand in no earlier answer. */
    public Share unknownWords() {
        return new Share(words.unknown(), words.words());
    }

    /** Share of the content words of the earlier answers that stand in no other earlier answer. */
    public Share wordsAloneBefore() {
        return new Share(words.aloneBefore(), words.wordsBefore());
    }

    /** What to do and why, in a sentence. */
    public Message sentence() {
        int shown =
                switch (advice.kind()) {
                    case JUDGE, TOO_FEW -> WaveAdvice.FEWEST_JUDGED;
                    case UNDECIDED, KEEP, WORSE, DRIFTS, LEARN -> (int) Math.round(100 * WaveAdvice.MARGIN);
                };
        boolean neverEnough =
                advice.kind() == WaveAdvice.Kind.JUDGE && audit.judged() + advice.more() < WaveAdvice.FEWEST_JUDGED;
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
