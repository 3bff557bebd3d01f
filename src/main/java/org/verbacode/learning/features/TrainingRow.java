package org.verbacode.learning.features;

import java.util.Arrays;
import java.util.Map;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;

/** A text that the ridges learn from: a coded answer, or a piece of the codebook. */
public final class TrainingRow {
    public final Features features;
    /** By code: 1 if it applies, -1 if not, 0 if nobody has considered it. */
    private final byte[] targets;
    /** How much it counts, a whole text 1. */
    public final double weight;

    /** A whole text. */
    public TrainingRow(Features features, byte[] targets) {
        this(features, targets, 1);
    }

    private TrainingRow(Features features, byte[] targets, double weight) {
        this.features = features;
        this.targets = targets.clone();
        this.weight = weight;
    }

    /**
     * A coded answer; codes the codebook does not hold are passed over.
     *
     * @param weight above 0; 1 for a whole answer
     */
    public static TrainingRow of(Features features, Codebook codebook, Map<CodeId, Boolean> considered, double weight) {
        byte[] targets = new byte[codebook.codes().size()];
        for (int code = 0; code < targets.length; code++) {
            Boolean applies = considered.get(codebook.codes().get(code).id());
            targets[code] = (byte) (applies == null ? 0 : applies ? 1 : -1);
        }
        return new TrainingRow(features, targets, weight);
    }

    public boolean considers(int code) {
        return targets[code] != 0;
    }

    public boolean bears(int code) {
        return targets[code] > 0;
    }

    /** 1 if the code applies, -1 if not. */
    public int target(int code) {
        return targets[code];
    }

    /** Whether the same codes were considered for another text. */
    public boolean considersWhat(TrainingRow other) {
        for (int code = 0; code < targets.length; code++) {
            if (considers(code) != other.considers(code)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the very same is said of another text. */
    public boolean sameAs(TrainingRow other) {
        return Arrays.equals(targets, other.targets);
    }
}
