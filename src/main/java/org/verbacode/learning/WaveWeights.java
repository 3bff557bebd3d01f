package org.verbacode.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verbacode.study.WaveName;

/**
 * The weight of a training answer by its wave: recent answers may represent the next ones better than old ones.
 *
 * @param byWave in the order of the waves, each above 0 and at most 1; a wave that is absent has weight 1
 */
public record WaveWeights(Map<WaveName, Double> byWave) {
    /** All answers have weight 1. */
    public static final WaveWeights EQUAL = new WaveWeights(Map.of());

    /** Weight of an answer relative to one of the following wave, to choose among. */
    private static final List<Double> SHARES = List.of(.7, .4, .2);

    public WaveWeights {
        byWave.forEach((wave, weight) -> {
            if (!(weight > 0 && weight <= 1)) {
                throw new IllegalArgumentException("not the weight of a wave: " + weight + " of " + wave.value());
            }
        });
        byWave = Collections.unmodifiableMap(new LinkedHashMap<>(byWave));
    }

    /**
     * The weights to choose among: all waves alike, then three in which each wave counts for a fixed share of the one
     * after it.
     *
     * @param waves the oldest first; the last is the one most like the answers to come
     */
    public static List<WaveWeights> choices(List<WaveName> waves) {
        List<WaveWeights> choices = new ArrayList<>(List.of(EQUAL));
        if (waves.size() > 1) {
            SHARES.forEach(share -> choices.add(declining(waves, share)));
        }
        return choices;
    }

    private static WaveWeights declining(List<WaveName> waves, double share) {
        Map<WaveName, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < waves.size(); i++) {
            weights.put(waves.get(i), StrictMath.pow(share, waves.size() - 1 - i));
        }
        return new WaveWeights(weights);
    }

    /** The weights on a model's card. */
    public static WaveWeights of(ModelCard card) {
        Map<WaveName, Double> weights = new LinkedHashMap<>();
        card.waveWeights().forEach((wave, weight) -> weights.put(new WaveName(wave), weight));
        return new WaveWeights(weights);
    }

    /** The weights by the names of the waves. */
    public Map<String, Double> byName() {
        Map<String, Double> names = new LinkedHashMap<>();
        byWave.forEach((wave, weight) -> names.put(wave.value(), weight));
        return names;
    }

    /** The weight of an answer of a wave. */
    public double of(WaveName wave) {
        return byWave.getOrDefault(wave, 1.0);
    }
}
