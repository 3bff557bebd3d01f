package org.verbacode.workflow.waves;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.learning.Model;
import org.verbacode.learning.ModelCard;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.ParallelMap;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.analysis.BatchAnalysis;
import org.verbacode.workflow.model.BatchPrediction;
import org.verbacode.workflow.model.QuestionSnapshot;
import org.verbacode.workflow.model.StoredModels;

/** Reports what is new in a wave for the model in use, trained on earlier waves, and whether it can be kept. */
public final class CompareWaves {
    private static final Message TASK = Message.of("workflow.task.comparing");

    private final Workspace workspace;

    public CompareWaves(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The waves of a question that its model in use has not learned from, by name; none without a model. */
    public List<WaveName> waves(StudyName study, QuestionName question) {
        return card(study, question)
                .map(card -> workspace.database().answers().given(study, question).stream()
                        .map(Answer::wave)
                        .filter(wave -> !card.waves().contains(wave.value()))
                        .distinct()
                        .sorted((one, other) -> one.value().compareTo(other.value()))
                        .toList())
                .orElse(List.of());
    }

    /** The card of the model in use; empty if there is none. */
    public Optional<ModelCard> card(StudyName study, QuestionName question) {
        StoredModels storedModels = new StoredModels(workspace.models());
        return workspace
                .database()
                .studies()
                .currentModel(study, question)
                .map(ModelName::new)
                .filter(storedModels.names()::contains)
                .map(storedModels::card);
    }

    /**
     * Compares a wave with those of the training.
     *
     * @param asked the last of {@link #waves} if empty
     * @throws RefusedException if there is no such study, question or wave, no model, or nothing the model has not
     *     learned
     */
    public WaveReport run(StudyName study, QuestionName name, Optional<WaveName> asked, Progress progress) {
        QuestionSnapshot question = QuestionSnapshot.of(workspace, study, name);
        asked.ifPresent(wave -> question.check(List.of(wave)));
        ModelCard card = card(study, name)
                .orElseThrow(() -> new RefusedException(Message.of("workflow.model.none", name.value())));
        WaveName wave = asked.or(() -> waves(study, name).stream().reduce((one, later) -> later))
                .orElseThrow(() -> new RefusedException(Message.of("workflow.waves.none", card.model(), name.value())));
        if (card.waves().contains(wave.value())) {
            throw new RefusedException(Message.of("workflow.waves.learned", card.model(), wave.value()));
        }
        List<Answer> before = question.answers().stream()
                .filter(answer -> card.waves().contains(answer.wave().value()))
                .toList();
        List<Answer> now = question.answers().stream()
                .filter(answer -> answer.wave().equals(wave))
                .toList();
        ModelName modelName = new ModelName(card.model());
        Model model = new StoredModels(workspace.models()).of(study, name, modelName);
        List<Answer> both = new ArrayList<>(before);
        both.addAll(now);
        try (ParallelMap cores = new ParallelMap()) {
            List<AnalysedAnswer> read = BatchAnalysis.of(
                    workspace, both.stream().map(Answer::text).toList(), model.analyser(), cores, progress);
            Map<AnswerId, List<Suggestion>> said = BatchPrediction.of(model, both, read, cores, TASK, progress);
            return new WaveComparison(workspace, question, card, model.codebook(), before, now, said)
                    .report(wave, read.subList(0, before.size()), read.subList(before.size(), read.size()));
        }
    }
}
