package org.verbacode.workflow;

import java.util.List;
import org.verbacode.learning.Example;

/** Coded answers to learn from, and others to judge by what was learned. */
record Split(List<Example> train, List<Example> judged) {
    Split {
        train = List.copyOf(train);
        judged = List.copyOf(judged);
    }
}
