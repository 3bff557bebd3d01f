package org.verbacode.workflow.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Suggestion;
import org.verbacode.learning.LiveModel;
import org.verbacode.learning.Uncertainty;
import org.verbacode.study.AnswerId;

/** The order in which a simulated coder takes the answers, as the queues of the review screen do. */
public enum CodingOrder {
    /** In random order. */
    RANDOM("random") {
        @Override
        List<AnswerId> next(LiveModel model, List<AnswerId> waiting, int most) {
            return waiting.subList(0, Math.min(most, waiting.size()));
        }
    },
    /** Uncertainty sampling: {@link Uncertainty#margin}. */
    UNCERTAIN("uncertain") {
        @Override
        List<AnswerId> next(LiveModel model, List<AnswerId> waiting, int most) {
            Map<CodeId, Double> givenFrom = model.givenFrom();
            Map<AnswerId, Double> margins = new HashMap<>();
            waiting.forEach(answer -> margins.put(answer, Uncertainty.margin(model.suggest(answer), givenFrom)));
            return waiting.stream()
                    .sorted(Comparator.comparing(answer -> margins.getOrDefault(answer, Double.POSITIVE_INFINITY)))
                    .limit(most)
                    .toList();
        }
    },
    /** The most likely answer of each code in turn. */
    BY_CODE("by-code") {
        @Override
        List<AnswerId> next(LiveModel model, List<AnswerId> waiting, int most) {
            Map<CodeId, List<Suggestion>> byCode = new LinkedHashMap<>();
            for (Code code : model.codes()) {
                byCode.put(code.id(), new ArrayList<>());
            }
            waiting.forEach(answer -> model.suggest(answer)
                    .forEach(suggestion -> byCode.getOrDefault(suggestion.code(), new ArrayList<>())
                            .add(suggestion)));
            byCode.values()
                    .forEach(suggestions -> suggestions.sort(
                            Comparator.comparingDouble(Suggestion::probability).reversed()));
            Set<AnswerId> chosen = new LinkedHashSet<>();
            for (int place = 0; place < waiting.size() && chosen.size() < most; place++) {
                for (List<Suggestion> suggestions : byCode.values()) {
                    if (place < suggestions.size() && chosen.size() < most) {
                        chosen.add(suggestions.get(place).answer());
                    }
                }
            }
            return List.copyOf(chosen);
        }
    };

    private final String word;

    CodingOrder(String word) {
        this.word = word;
    }

    /** Its name on the command line and in files. */
    public String word() {
        return word;
    }

    /**
     * The next answers to code.
     *
     * @param model trained on the answers coded so far
     * @param waiting the uncoded answers, in random order
     */
    abstract List<AnswerId> next(LiveModel model, List<AnswerId> waiting, int most);
}
