package org.verbacode.learning.ridge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.IntStream;
import org.verbacode.learning.Trainer;
import weka.classifiers.AbstractClassifier;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Option;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformationHandler;
import weka.core.Utils;
import weka.core.WeightedInstancesHandler;

/**
 * The ridge of one code as a Weka classifier, so that Weka's evaluation and Explorer can be applied to it: linear
 * kernel on numeric attributes, two classes coded −1 and 1, solved in dual form.
 */
public final class RidgeClassifier extends AbstractClassifier
        implements WeightedInstancesHandler, TechnicalInformationHandler {
    private static final long serialVersionUID = 1L;
    private static final String PENALTY_FLAG = "R";

    private double penalty = DualRidge.PENALTY;
    private int target;
    /** One weight per attribute; 0 for the class. */
    private double[] weights = new double[0];
    /** The score of an instance of zeros. */
    private double constant;

    /** The description shown by Weka's tools. */
    public String globalInfo() {
        return "Ridge regression on two classes as -1 and 1, solved in its dual form. For more information see:\n\n"
                + getTechnicalInformation();
    }

    /** The reference of the closed form. */
    @Override
    public TechnicalInformation getTechnicalInformation() {
        TechnicalInformation paper = new TechnicalInformation(TechnicalInformation.Type.TECHREPORT);
        paper.setValue(TechnicalInformation.Field.AUTHOR, "Ryan M. Rifkin and Ross A. Lippert");
        paper.setValue(TechnicalInformation.Field.YEAR, "2007");
        paper.setValue(TechnicalInformation.Field.TITLE, "Notes on Regularized Least Squares");
        paper.setValue(TechnicalInformation.Field.NUMBER, "MIT-CSAIL-TR-2007-025");
        paper.setValue(
                TechnicalInformation.Field.INSTITUTION, "MIT Computer Science and Artificial Intelligence Laboratory");
        return paper;
    }

    /** The version of the recipe. */
    @Override
    public String getRevision() {
        return Trainer.RECIPE;
    }

    /** λ: the ridge penalty. */
    public double getPenalty() {
        return penalty;
    }

    /** @throws IllegalArgumentException unless the penalty is a positive number */
    public void setPenalty(double penalty) {
        if (!(penalty > 0 && penalty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a penalty is a positive number: " + penalty);
        }
        this.penalty = penalty;
    }

    /** The description of the penalty shown by Weka's tools. */
    public String penaltyTipText() {
        return "How much an instance's own noise weighs.";
    }

    @Override
    public Enumeration<Option> listOptions() {
        List<Option> options = Collections.list(super.listOptions());
        options.add(0, new Option("\t" + penaltyTipText(), PENALTY_FLAG, 1, "-" + PENALTY_FLAG + " <number>"));
        return Collections.enumeration(options);
    }

    @Override
    public void setOptions(String[] options) throws Exception {
        String given = Utils.getOption(PENALTY_FLAG, options);
        setPenalty(given.isEmpty() ? DualRidge.PENALTY : Double.parseDouble(given));
        super.setOptions(options);
        Utils.checkForRemainingOptions(options);
    }

    @Override
    public String[] getOptions() {
        List<String> options = new ArrayList<>(List.of("-" + PENALTY_FLAG, String.valueOf(penalty)));
        Collections.addAll(options, super.getOptions());
        return options.toArray(String[]::new);
    }

    @Override
    public Capabilities getCapabilities() {
        Capabilities capabilities = super.getCapabilities();
        capabilities.disableAll();
        capabilities.enable(Capability.NUMERIC_ATTRIBUTES);
        capabilities.enable(Capability.BINARY_CLASS);
        capabilities.enable(Capability.MISSING_CLASS_VALUES);
        return capabilities;
    }

    /**
     * Trains on instances with a class; an instance of weight w has noise λ/w.
     *
     * @throws Exception if the instances are not of a supported kind
     */
    @Override
    public void buildClassifier(Instances data) throws Exception {
        getCapabilities().testWithFail(data);
        target = data.classIndex();
        List<Instance> rows = data.stream()
                .filter(row -> !row.classIsMissing() && row.weight() > 0)
                .toList();
        int n = rows.size();
        double[][] kernel = new double[n][n];
        double[] noise = new double[n];
        double[] targets = new double[n];
        for (int i = 0; i < n; i++) {
            noise[i] = penalty / rows.get(i).weight();
            targets[i] = rows.get(i).classValue() == 1 ? 1 : -1;
            for (int j = 0; j <= i; j++) {
                kernel[i][j] = dot(rows.get(i), rows.get(j));
                kernel[j][i] = kernel[i][j];
            }
        }
        double[] alphas = new DualRidge(kernel, noise).weights(targets);
        weights = new double[data.numAttributes()];
        constant = 0;
        for (int i = 0; i < n; i++) {
            Instance row = rows.get(i);
            constant += DualRidge.CONSTANT * alphas[i];
            for (int k = 0; k < row.numValues(); k++) {
                if (row.index(k) != target) {
                    weights[row.index(k)] += alphas[i] * row.valueSparse(k);
                }
            }
        }
    }

    /** The raw score; its sign is the class. */
    public double score(Instance instance) {
        double score = constant;
        for (int k = 0; k < instance.numValues(); k++) {
            if (instance.index(k) != target) {
                score += weights[instance.index(k)] * instance.valueSparse(k);
            }
        }
        return score;
    }

    /** The score clipped to −1 and 1 and mapped to 0 and 1: a rank, not a calibrated probability. */
    @Override
    public double[] distributionForInstance(Instance instance) {
        double second = (Math.max(-1, Math.min(1, score(instance))) + 1) / 2;
        return new double[] {1 - second, second};
    }

    private double dot(Instance one, Instance other) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < one.numValues() && j < other.numValues()) {
            int difference = one.index(i) - other.index(j);
            if (difference == 0 && one.index(i) != target) {
                sum += one.valueSparse(i) * other.valueSparse(j);
            }
            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }
        return sum;
    }

    @Override
    public String toString() {
        double largest = IntStream.range(0, weights.length)
                .mapToDouble(k -> Math.abs(weights[k]))
                .max()
                .orElse(0);
        return "Ridge, penalty " + penalty + ", " + weights.length + " attributes, largest weight "
                + Utils.doubleToString(largest, getNumDecimalPlaces());
    }
}
