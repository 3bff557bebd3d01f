package org.verbacode.workflow.quality;

import java.util.List;
import org.verbacode.learning.Example;

/** Coded answers to train on, and others to judge. */
record TrainTestSplit(List<Example> train, List<Example> judged) {
    TrainTestSplit {
        train = List.copyOf(train);
        judged = List.copyOf(judged);
    }
}
