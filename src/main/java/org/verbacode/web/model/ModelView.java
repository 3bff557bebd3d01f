package org.verbacode.web.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.Codebook;
import org.verbacode.learning.ModelCard;
import org.verbacode.study.Message;
import org.verbacode.study.WaveName;
import org.verbacode.web.page.Page;
import org.verbacode.workflow.model.ChooseModel;
import org.verbacode.workflow.model.TrainModel;

/**
 * The data of the model page's template.
 *
 * @param versions of the question, newest first
 * @param newWaves waves that the version in use has not learned from
 */
public record ModelView(
        Page page,
        Codebook codebook,
        List<ChooseModel.Version> versions,
        TrainModel.Readiness readiness,
        List<WaveName> newWaves) {

    public ModelView {
        versions = List.copyOf(versions);
        newWaves = List.copyOf(newWaves);
    }

    /** The card of the version in use; null for none. */
    public @Nullable ModelCard current() {
        return versions.stream()
                .filter(ChooseModel.Version::inUse)
                .map(ChooseModel.Version::card)
                .findFirst()
                .orElse(null);
    }

    public String day(ModelCard card) {
        return page.day(card.trained());
    }

    /** A share as a whole percentage. */
    public String percent(double share) {
        return page.percent(share, 0);
    }

    public String waves(ModelCard card) {
        return String.join(", ", card.waves());
    }

    /** The weights of its waves; empty if all are equal. */
    public String weights(ModelCard card) {
        return card.waveWeights().isEmpty()
                ? ""
                : card.waves().stream()
                        .map(wave -> page.text(Message.of(
                                "workflow.model.train.wave",
                                wave,
                                card.waveWeights().getOrDefault(wave, 1.0))))
                        .collect(Collectors.joining(", "));
    }

    /** The lines of the card for the current codes, by theme; codes that it does not know have no examples. */
    public Map<String, List<ModelCard.CodeLine>> lines(ModelCard card) {
        Map<String, ModelCard.CodeLine> known = new LinkedHashMap<>();
        card.codes().forEach(line -> known.put(line.code(), line));
        Map<String, List<ModelCard.CodeLine>> lines = new LinkedHashMap<>();
        codebook.byTheme().forEach((theme, codes) -> {
            List<ModelCard.CodeLine> ofTheme = new ArrayList<>();
            for (Code code : codes) {
                ModelCard.CodeLine line = known.get(code.id().value());
                ofTheme.add(
                        line == null
                                ? new ModelCard.CodeLine(code.id().value(), code.name(), 0, 0, 0, 0, 0, null, 0)
                                : line);
            }
            lines.put(theme, ofTheme);
        });
        return lines;
    }

    /** The code that most needs examples; null if all have enough for reliable figures. */
    public ModelCard.@Nullable CodeLine poorest(ModelCard card) {
        return lines(card).values().stream()
                .flatMap(List::stream)
                .filter(line -> !line.canBeJudged())
                .min(Comparator.comparingInt(ModelCard.CodeLine::applies))
                .orElse(null);
    }

    /** Number of coded answers that a version has not learned from. */
    public int notLearned(ModelCard card) {
        return Math.max(0, readiness.coded() - card.examples());
    }
}
