package org.verbacode.workflow.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.learning.Example;
import org.verbacode.learning.LiveModel;
import org.verbacode.learning.Trainer;
import org.verbacode.learning.TrainingSet;
import org.verbacode.quality.JudgedAnswer;
import org.verbacode.quality.Scores;
import org.verbacode.study.AnswerId;
import org.verbacode.workflow.model.QuestionSnapshot;

/**
 * A coder who repeats existing codings while a model learns. For any number of threads.
 *
 * @param judged the codes that are judged, those missing in the codebook included
 * @param texts of all answers
 */
record SimulatedCoder(Trainer trainer, Codebook codebook, List<Code> judged, Map<AnswerId, AnalysedAnswer> texts) {
    SimulatedCoder {
        judged = List.copyOf(judged);
    }

    /**
     * Codes answers.
     *
     * @param pool the answers to code, in random order
     * @param others the answers that are judged
     * @param start number coded at random first
     * @param step number coded between two judgements
     * @param most number coded in all
     */
    List<Simulation.Point> code(
            CodingOrder order, List<Example> pool, List<Example> others, int start, int step, int most) {
        List<Example> learned = new ArrayList<>();
        LiveModel model = live(learned);
        Map<AnswerId, Example> waiting = new LinkedHashMap<>();
        pool.forEach(example -> waiting.put(example.id(), example));
        Set<CodeId> borne = pool.stream()
                .flatMap(example -> example.considered().entrySet().stream())
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        List<Simulation.Point> points = new ArrayList<>();
        while (learned.size() < most) {
            int wanted = Math.min(learned.isEmpty() ? start : step, most - learned.size());
            CodingOrder followed = learned.isEmpty() ? CodingOrder.RANDOM : order;
            for (AnswerId answer : followed.next(model, List.copyOf(waiting.keySet()), wanted)) {
                Example example = waiting.remove(answer);
                if (example != null) {
                    model.code(answer, example.considered());
                    learned.add(example);
                }
            }
            if (model.hasOutgrown()) {
                model = live(learned);
            } else {
                model.calibrate();
            }
            points.add(judged(model, learned.size(), borne, others));
        }
        return points;
    }

    private Simulation.Point judged(LiveModel model, int coded, Set<CodeId> borne, List<Example> others) {
        Scores scores = Scores.of(
                judged.stream().map(Code::id).toList(),
                borne,
                others.stream()
                        .map(other -> JudgedAnswer.of(other.id(), other.considered(), model.suggest(other.id())))
                        .toList());
        return new Simulation.Point(coded, scores.microF1(), scores.macroF1());
    }

    private LiveModel live(List<Example> learned) {
        Map<AnswerId, AnalysedAnswer> others = new LinkedHashMap<>(texts);
        learned.forEach(example -> others.remove(example.id()));
        return trainer.live(
                new TrainingSet(codebook, learned, List.copyOf(others.values()), QuestionSnapshot.SEED), texts);
    }
}
