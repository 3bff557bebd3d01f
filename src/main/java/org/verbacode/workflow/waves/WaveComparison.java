package org.verbacode.workflow.waves;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.learning.ModelCard;
import org.verbacode.learning.NewWords;
import org.verbacode.learning.NovelAnswers;
import org.verbacode.quality.JudgedAnswer;
import org.verbacode.quality.Scores;
import org.verbacode.results.Drift;
import org.verbacode.results.Share;
import org.verbacode.results.ShareChange;
import org.verbacode.results.WaveAdvice;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.AnswerSelection;
import org.verbacode.workflow.model.QuestionSnapshot;
import org.verbacode.workflow.model.Quote;

/** Aggregates codings and suggestions of earlier waves and of a new one. */
final class WaveComparison {
    /** New words listed in the report. */
    private static final int NAMED_WORDS = 20;
    /** Novel answers listed in the report. */
    private static final int SHOWN_ANSWERS = 10;

    private final Workspace workspace;
    private final QuestionSnapshot question;
    private final ModelCard card;
    private final List<Code> codes;
    private final List<Answer> before;
    private final List<Answer> now;
    private final Map<AnswerId, List<Suggestion>> said;

    /**
     * @param known the codes that the model knows; retired ones are left out
     * @param said the suggestions for every answer before and now
     */
    WaveComparison(
            Workspace workspace,
            QuestionSnapshot question,
            ModelCard card,
            Codebook known,
            List<Answer> before,
            List<Answer> now,
            Map<AnswerId, List<Suggestion>> said) {
        this.workspace = workspace;
        this.question = question;
        this.card = card;
        this.codes = question.codebook().codes().stream()
                .filter(code -> known.byId(code.id()).isPresent())
                .toList();
        this.before = before;
        this.now = now;
        this.said = said;
    }

    WaveReport report(WaveName wave, List<AnalysedAnswer> readBefore, List<AnalysedAnswer> readNow) {
        NovelAnswers unlike = NovelAnswers.of(readBefore, readNow);
        Map<AnswerId, Quote> quotes = question.quotes();
        List<Quote> examples = unlike.places().stream()
                .limit(SHOWN_ANSWERS)
                .map(place -> quotes.getOrDefault(now.get(place).id(), new Quote("", "")))
                .toList();
        List<Answer> drawn = now.stream().filter(this::judges).toList();
        List<JudgedAnswer> judged = drawn.stream().map(this::judged).toList();
        int coded = (int) now.stream()
                .filter(answer -> question.codings().containsKey(answer.id()))
                .count();
        WaveReport.Audit audit = audit(judged, coded);
        return new WaveReport(
                question.question().study(),
                question.question().name(),
                wave,
                new ModelName(card.model()),
                card.waves().stream().map(WaveName::new).toList(),
                before.size(),
                now.size(),
                coded,
                NewWords.of(readBefore, readNow, NAMED_WORDS),
                new Share(unlike.places().size(), unlike.judged()),
                new Share(unlike.unlikeBefore(), unlike.judgedBefore()),
                examples,
                codes.stream().map(code -> line(code, judged)).toList(),
                audit,
                advice(audit, coded));
    }

    private WaveAdvice advice(WaveReport.Audit audit, int coded) {
        Scores scores = audit.scores();
        return WaveAdvice.of(new WaveAdvice.Evidence(
                now.size(),
                coded,
                audit.judged(),
                scores.microF1(),
                scores.microInterval().low(),
                scores.microInterval().high(),
                audit.learnedF1(),
                audit.overall().isClear()));
    }

    /** Whether an answer was shown at random and coded blind; only such answers judge a model. */
    private boolean judges(Answer answer) {
        return question.selection(workspace.database(), answer.id()) == AnswerSelection.AT_RANDOM;
    }

    private JudgedAnswer judged(Answer answer) {
        return JudgedAnswer.of(
                answer.id(), question.considered(answer.id()), said.getOrDefault(answer.id(), List.of()));
    }

    private WaveReport.Audit audit(List<JudgedAnswer> judged, int coded) {
        Set<CodeId> learned = new LinkedHashSet<>();
        card.codes().stream().filter(line -> line.applies() > 0).forEach(line -> learned.add(new CodeId(line.code())));
        List<CodeId> ids = codes.stream().map(Code::id).toList();
        List<Drift.Pair> pairs =
                judged.stream().map(answer -> pair(answer, ids)).toList();
        double precision = card.microPrecision();
        double recall = card.microRecall();
        return new WaveReport.Audit(
                judged.size(),
                coded - judged.size(),
                Scores.of(ids, learned, judged),
                precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall),
                Drift.overall(pairs));
    }

    private static Drift.Pair pair(JudgedAnswer answer, List<CodeId> codes) {
        int observed = 0;
        double expected = 0;
        for (CodeId code : codes) {
            Boolean applies = answer.truth().get(code);
            if (applies != null) {
                observed += applies ? 1 : 0;
                expected += answer.probabilities().getOrDefault(code, 0.0);
            }
        }
        return new Drift.Pair(observed, expected);
    }

    private WaveReport.CodeLine line(Code code, List<JudgedAnswer> judged) {
        int applied = 0;
        int considered = 0;
        List<Answer> uncoded = new ArrayList<>();
        for (Answer answer : before) {
            Boolean applies = question.considered(answer.id()).get(code.id());
            if (applies == null) {
                uncoded.add(answer);
            } else {
                considered++;
                applied += applies ? 1 : 0;
            }
        }
        double expectedBefore = expected(code, uncoded);
        double all = before.isEmpty() ? 0 : (applied + expectedBefore * uncoded.size()) / before.size();
        double expected = expected(code, now);
        return new WaveReport.CodeLine(
                code,
                new Share(applied, considered),
                uncoded.size(),
                expectedBefore,
                expected,
                ShareChange.of(all, before.size(), expected, now.size()),
                drift(code, judged));
    }

    /** Mean probability of a code over some answers; 0 without any. */
    private double expected(Code code, List<Answer> answers) {
        return answers.stream()
                .flatMap(answer -> said.getOrDefault(answer.id(), List.of()).stream())
                .filter(suggestion -> suggestion.code().equals(code.id()))
                .mapToDouble(Suggestion::probability)
                .average()
                .orElse(0);
    }

    private static @Nullable Drift drift(Code code, List<JudgedAnswer> judged) {
        List<Drift.Pair> pairs = judged.stream()
                .filter(answer -> answer.truth().containsKey(code.id()))
                .map(answer -> pair(answer, List.of(code.id())))
                .toList();
        return pairs.isEmpty() ? null : Drift.ofCode(pairs);
    }
}
