package org.verbacode.quality;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Suggestion;
import org.verbacode.study.AnswerId;

/**
 * The coding and the held-out prediction of one answer.
 *
 * @param truth whether each code applies according to people; codes that are absent were not considered and are not
 *     judged
 * @param predicted the codes given by the model
 * @param probabilities of the codes, 0 to 1; codes that are absent have none
 */
public record JudgedAnswer(
        AnswerId id, Map<CodeId, Boolean> truth, Set<CodeId> predicted, Map<CodeId, Double> probabilities) {
    private static final double EVEN_ODDS = 0.5;

    public JudgedAnswer {
        truth = Collections.unmodifiableMap(new LinkedHashMap<>(truth));
        predicted = Collections.unmodifiableSet(new LinkedHashSet<>(predicted));
        probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
    }

    /** Joins a coding with the suggestions of a model. */
    public static JudgedAnswer of(AnswerId id, Map<CodeId, Boolean> truth, List<Suggestion> suggestions) {
        Set<CodeId> predicted = new LinkedHashSet<>();
        Map<CodeId, Double> probabilities = new HashMap<>();
        for (Suggestion suggestion : suggestions) {
            probabilities.put(suggestion.code(), suggestion.probability());
            if (suggestion.proposed()) {
                predicted.add(suggestion.code());
            }
        }
        return new JudgedAnswer(id, truth, predicted, probabilities);
    }

    /** The same with every code of probability ½ or more given, and no other. */
    public JudgedAnswer atEven() {
        Set<CodeId> likely = new LinkedHashSet<>();
        probabilities.forEach((code, probability) -> {
            if (probability >= EVEN_ODDS) {
                likely.add(code);
            }
        });
        return new JudgedAnswer(id, truth, likely, probabilities);
    }

    boolean applies(CodeId code) {
        return Boolean.TRUE.equals(truth.get(code));
    }

    /** Whether people gave the code and the model did not. */
    boolean missed(CodeId code) {
        return applies(code) && !predicted.contains(code);
    }

    /** Whether the model gave the code and people said that it does not apply. */
    boolean wronglyGiven(CodeId code) {
        return truth.containsKey(code) && !applies(code) && predicted.contains(code);
    }
}
