package org.verbacode.workflow.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.verbacode.coding.Code;
import org.verbacode.quality.LearningCurve;
import org.verbacode.quality.Scores;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.CachedResult;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.quality.EvaluateModel.Design;

/** Evaluates the codings of a question by cross-validation and caches the report. */
public final class MeasureQuality {
    private static final int FOLDS = 5;
    private static final int MAX_CONTRADICTED = 20;

    private final Workspace workspace;

    public MeasureQuality(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The last report; empty if there is none, or it has been deleted from the cache. */
    public Optional<QualityReport> last(StudyName study, QuestionName question) {
        return kept(study, question).last();
    }

    /** The texts of the contradicted answers; answers no longer stored have none. */
    public Map<AnswerId, String> words(QualityReport quality) {
        Map<AnswerId, String> words = new HashMap<>();
        for (QualityReport.Contradicted coding : quality.contradicted()) {
            AnswerId id = new AnswerId(coding.answer());
            workspace.database().answers().find(id).ifPresent(answer -> words.put(id, answer.text()));
        }
        return words;
    }

    /** @throws RefusedException if there is no such study or question, or too little is coded */
    public QualityReport run(StudyName study, QuestionName question, Progress progress) {
        Evaluation evaluation = new EvaluateModel(workspace)
                .run(study, question, new Design.Folds(FOLDS, 1), new EvaluationOptions(List.of(), true), progress);
        LearningCurve curve = evaluation.curve();
        if (curve == null) {
            throw new IllegalStateException("no curve was drawn");
        }
        List<QualityReport.Group> groups = new ArrayList<>();
        evaluation
                .groups()
                .forEach((selection, group) ->
                        groups.add(new QualityReport.Group(selection, figures(group.answers(), group.scores()))));
        QualityReport quality = new QualityReport(
                workspace.clock().instant().toString(),
                curve.coded(),
                figures(evaluation.judged(), evaluation.scores()),
                groups,
                evaluation.scores().reliability(),
                evaluation.codes().stream().map(code -> code(code, evaluation)).toList(),
                curve,
                contradicted(evaluation));
        kept(study, question).keep(quality);
        return quality;
    }

    private static QualityReport.Figures figures(int answers, Scores scores) {
        return new QualityReport.Figures(
                answers, scores.microF1(), scores.microInterval(), scores.macroF1(), scores.macroInterval());
    }

    private static QualityReport.OneCode code(Code code, Evaluation evaluation) {
        Scores.CodeScore score = evaluation.score(code);
        String other = evaluation.confusedWith(code);
        return new QualityReport.OneCode(
                code.id().value(),
                code.name(),
                score.precision(),
                score.recall(),
                score.f1(),
                score.averagePrecision(),
                score.support(),
                other.isEmpty() ? null : other);
    }

    private static List<QualityReport.Contradicted> contradicted(Evaluation evaluation) {
        return evaluation.mistakes(MAX_CONTRADICTED).stream()
                .map(mistake -> new QualityReport.Contradicted(
                        mistake.answer().value(),
                        evaluation.quote(mistake.answer()).whose(),
                        evaluation.code(mistake.code()).name(),
                        mistake.applies(),
                        mistake.probability()))
                .toList();
    }

    private CachedResult<QualityReport> kept(StudyName study, QuestionName question) {
        return CachedResult.of(workspace, "quality", QualityReport.class, study.value(), question.value());
    }
}
