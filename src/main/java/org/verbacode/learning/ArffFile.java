package org.verbacode.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** Writes coded answers as an ARFF file: the text, and for each code 0, 1, or ? where it was not considered. */
public final class ArffFile {
    private ArffFile() {}

    /**
     * One answer and its codes.
     *
     * @param codes one per code; empty where the code was not considered
     */
    public record Line(String wave, String respondent, String text, List<OptionalInt> codes) {
        public Line {
            codes = List.copyOf(codes);
        }
    }

    /**
     * The answers as ARFF, written by Weka itself.
     *
     * @param codes their names, each once
     */
    public static String text(String relation, List<String> codes, List<Line> lines) {
        ArrayList<Attribute> attributes = new ArrayList<>();
        attributes.add(new Attribute("wave", (List<String>) null));
        attributes.add(new Attribute("respondent", (List<String>) null));
        attributes.add(new Attribute("text", (List<String>) null));
        for (String code : codes) {
            attributes.add(new Attribute("code: " + code, List.of("0", "1")));
        }
        Instances instances = new Instances(relation, attributes, lines.size());
        for (Line line : lines) {
            DenseInstance instance = new DenseInstance(attributes.size());
            instance.setDataset(instances);
            instance.setValue(0, line.wave());
            instance.setValue(1, line.respondent());
            instance.setValue(2, line.text());
            for (int code = 0; code < codes.size(); code++) {
                OptionalInt applies = line.codes().get(code);
                if (applies.isPresent()) {
                    instance.setValue(3 + code, applies.getAsInt());
                } else {
                    instance.setMissing(3 + code);
                }
            }
            instances.add(instance);
        }
        return instances.toString();
    }
}
