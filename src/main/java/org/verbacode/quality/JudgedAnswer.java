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
 * What people and a model that has not learned from it say of one answer.
 *
 * @param truth whether each code applies, after people; a code that is absent was not considered and is not judged
 * @param predicted the codes the model would give
 * @param probabilities of the codes, 0 to 1; of a code that is absent nothing is said
 */
public record JudgedAnswer(
        AnswerId id, Map<CodeId, Boolean> truth, Set<CodeId> predicted, Map<CodeId, Double> probabilities) {
    private static final double EVEN = 0.5;

    public JudgedAnswer {
        truth = Collections.unmodifiableMap(new LinkedHashMap<>(truth));
        predicted = Collections.unmodifiableSet(new LinkedHashSet<>(predicted));
        probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
    }

    /** People's word beside all that a model suggests. */
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

    /** The same, had the model given every code of probability ½ or more, and no other. */
    public JudgedAnswer atEven() {
        Set<CodeId> likely = new LinkedHashSet<>();
        probabilities.forEach((code, probability) -> {
            if (probability >= EVEN) {
                likely.add(code);
            }
        });
        return new JudgedAnswer(id, truth, likely, probabilities);
    }

    boolean applies(CodeId code) {
        return Boolean.TRUE.equals(truth.get(code));
    }

    /** Whether people gave the code and the model would not. */
    boolean missed(CodeId code) {
        return applies(code) && !predicted.contains(code);
    }

    /** Whether the model would give the code and people said that it does not apply. */
    boolean wronglyGiven(CodeId code) {
        return truth.containsKey(code) && !applies(code) && predicted.contains(code);
    }
}
