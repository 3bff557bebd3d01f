package org.verbacode.learning.features;

import java.util.Arrays;
import java.util.Map;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;

/** A training row of the ridges: a coded answer, or a text of the codebook. */
public final class TrainingRow {
    public final Features features;
    /** By code: 1 if it applies, -1 if not, 0 if it was not considered. */
    private final byte[] targets;
    /** Weight of the row; 1 is a full one. */
    public final double weight;

    /** A row of weight 1. */
    public TrainingRow(Features features, byte[] targets) {
        this(features, targets, 1);
    }

    private TrainingRow(Features features, byte[] targets, double weight) {
        this.features = features;
        this.targets = targets.clone();
        this.weight = weight;
    }

    /**
     * A coded answer; codes that are not in the codebook are ignored.
     *
     * @param weight above 0; 1 is a full one
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

    /** Whether another row considers the same codes. */
    public boolean considersWhat(TrainingRow other) {
        for (int code = 0; code < targets.length; code++) {
            if (considers(code) != other.considers(code)) {
                return false;
            }
        }
        return true;
    }

    /** Whether another row has the same targets. */
    public boolean sameAs(TrainingRow other) {
        return Arrays.equals(targets, other.targets);
    }
}
