package org.verbacode.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verbacode.coding.Code;
import org.verbacode.exchange.Json;
import org.verbacode.exchange.SafeFile;
import org.verbacode.learning.LearningCurve;
import org.verbacode.learning.Scores;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.EvaluateModel.Design;

/** Measures how well models code a question, and keeps what came of it in the cache, where it may be thrown away. */
public final class MeasureQuality {
    private static final Logger LOG = LoggerFactory.getLogger(MeasureQuality.class);
    private static final int FOLDS = 5;
    private static final int LISTED = 20;

    private final Workspace workspace;

    public MeasureQuality(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What was measured last; empty if nothing was, or it has been thrown away. */
    public Optional<Quality> last(StudyName study, QuestionName question) {
        Path file = file(study, question);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(Files.readString(file), Quality.class, file.toString()));
        } catch (IOException | RefusedException e) {
            LOG.warn("{} cannot be read and is left aside", file);
            return Optional.empty();
        }
    }

    /** @throws RefusedException if there is no such study or question, or too little is coded */
    public Quality run(StudyName study, QuestionName question, Progress progress) {
        Evaluation evaluation = new EvaluateModel(workspace)
                .run(study, question, new Design.Folds(FOLDS, 1), new Beside(List.of(), true), progress);
        LearningCurve curve = evaluation.curve();
        if (curve == null) {
            throw new IllegalStateException("no curve was drawn");
        }
        List<Quality.Group> groups = new ArrayList<>();
        evaluation
                .groups()
                .forEach((picking, group) ->
                        groups.add(new Quality.Group(picking, figures(group.answers(), group.scores()))));
        Quality quality = new Quality(
                workspace.clock().instant().toString(),
                curve.coded(),
                figures(evaluation.judged(), evaluation.scores()),
                groups,
                evaluation.scores().reliability(),
                evaluation.codes().stream().map(code -> code(code, evaluation)).toList(),
                curve,
                contradicted(evaluation));
        keep(quality, file(study, question));
        return quality;
    }

    private static Quality.Figures figures(int answers, Scores scores) {
        return new Quality.Figures(
                answers, scores.microF1(), scores.microInterval(), scores.macroF1(), scores.macroInterval());
    }

    private static Quality.OneCode code(Code code, Evaluation evaluation) {
        Scores.CodeScore score = evaluation.score(code);
        String other = evaluation.confusedWith(code);
        return new Quality.OneCode(
                code.id().value(),
                code.name(),
                score.precision(),
                score.recall(),
                score.f1(),
                score.averagePrecision(),
                score.support(),
                other.isEmpty() ? null : other);
    }

    private static List<Quality.Contradicted> contradicted(Evaluation evaluation) {
        return evaluation.mistakes(LISTED).stream()
                .map(mistake -> new Quality.Contradicted(
                        mistake.answer().value(),
                        evaluation.quote(mistake.answer()).whose(),
                        evaluation.code(mistake.code()).name(),
                        mistake.applies(),
                        mistake.probability()))
                .toList();
    }

    /** Names of studies may hold anything; that of the file does not. */
    private Path file(StudyName study, QuestionName question) {
        String both = study.value() + "\0" + question.value();
        return workspace
                .cache()
                .resolve("quality")
                .resolve(UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8)) + ".json");
    }

    private static void keep(Quality quality, Path file) {
        try (SafeFile safe = SafeFile.create(file)) {
            Files.writeString(safe.temporary(), Json.write(quality));
            safe.finish();
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.out.unwritable", file.toString()), e);
        }
    }
}
