package org.verbacode.learning;

import java.util.List;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.study.AnswerId;

/** A way to learn from coded answers: Verbacode's own, or one that it is compared with. */
public interface Learner {

    /** Learns; whatever has to be chosen is chosen inside the training set. */
    Learned learn(TrainingSet set);

    /** What was learned from coded answers; may be asked by several threads. */
    interface Learned {
        /** What it says of the codes for an answer. */
        List<Suggestion> suggest(AnswerId id, AnalysedAnswer answer);
    }
}
