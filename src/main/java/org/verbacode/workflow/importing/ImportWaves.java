package org.verbacode.workflow.importing;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verbacode.learning.ModelCard;
import org.verbacode.study.Answer;
import org.verbacode.study.ImportReport;
import org.verbacode.study.Message;
import org.verbacode.study.Question;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.CancelledException;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.SuggestCodes;
import org.verbacode.workflow.waves.CompareWaves;
import org.verbacode.workflow.waves.WaveReport;

/** Imports, and for waves that the model in use has not learned from, suggests codes and reports what is new. */
public final class ImportWaves {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWaves.class);

    private final Workspace workspace;
    private final CompareWaves comparing;

    public ImportWaves(Workspace workspace) {
        this.workspace = workspace;
        this.comparing = new CompareWaves(workspace);
    }

    /**
     * The result.
     *
     * @param arrivals the waves that are new to a model, by question
     */
    public record Outcome(ImportReport report, List<Arrival> arrivals) {
        public Outcome {
            arrivals = List.copyOf(arrivals);
        }
    }

    /**
     * A wave that is new to the model of a question.
     *
     * @param report null if no suggestions could be made
     * @param failure why not; null if they could
     */
    public record Arrival(
            StudyName study,
            QuestionName question,
            WaveName wave,
            @Nullable WaveReport report,
            @Nullable Message failure) {}

    /**
     * Imports; the import stands even if suggesting fails.
     *
     * @throws RefusedException as {@link ImportAnswers#run} does
     */
    public Outcome run(ImportRequest request, Progress progress) {
        StudyName study = request.study();
        Map<QuestionName, ModelCard> cards = cards(study);
        Map<QuestionName, Map<WaveName, Long>> before = new LinkedHashMap<>();
        cards.keySet().forEach(question -> before.put(question, given(study, question)));
        ImportReport report = new ImportAnswers(workspace).run(request, progress);
        List<Arrival> arrivals = new ArrayList<>();
        cards.forEach((question, card) -> given(study, question).forEach((wave, count) -> {
            long known = before.getOrDefault(question, Map.of()).getOrDefault(wave, 0L);
            if (count > known && !card.waves().contains(wave.value())) {
                arrivals.add(arrival(study, question, wave, progress));
            }
        }));
        return new Outcome(report, arrivals);
    }

    /** The models in use; an unreadable card must not stop an import. */
    private Map<QuestionName, ModelCard> cards(StudyName study) {
        Map<QuestionName, ModelCard> cards = new LinkedHashMap<>();
        for (Question question : workspace.database().studies().questions(study)) {
            try {
                comparing.card(study, question.name()).ifPresent(card -> cards.put(question.name(), card));
            } catch (RefusedException e) {
                LOG.warn("a model in use cannot be read", e);
            }
        }
        return cards;
    }

    private Map<WaveName, Long> given(StudyName study, QuestionName question) {
        return workspace.database().answers().given(study, question).stream()
                .collect(Collectors.groupingBy(Answer::wave, LinkedHashMap::new, Collectors.counting()));
    }

    private Arrival arrival(StudyName study, QuestionName question, WaveName wave, Progress progress) {
        try {
            new SuggestCodes(workspace)
                    .run(new SuggestCodes.Request(study, question, Optional.of(wave), Optional.empty()), progress);
            return new Arrival(
                    study, question, wave, comparing.run(study, question, Optional.of(wave), progress), null);
        } catch (CancelledException e) {
            return new Arrival(study, question, wave, null, Message.of("workflow.waves.cancelled"));
        } catch (RefusedException e) {
            return new Arrival(study, question, wave, null, e.sentence());
        } catch (UncheckedIOException e) {
            LOG.warn("the model in use could not suggest for a new wave", e);
            return new Arrival(study, question, wave, null, Message.of("workflow.waves.unread"));
        }
    }
}
