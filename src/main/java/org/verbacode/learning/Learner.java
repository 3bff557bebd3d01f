package org.verbacode.learning;

import java.util.List;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.study.AnswerId;

/** A learning algorithm for coded answers: Verbacode's own, or one to which it is compared. */
public interface Learner {

    /** Trains; all choices are made inside the training set. */
    Learned learn(TrainingSet set);

    /** A trained learner; for any number of threads. */
    interface Learned {
        /** The suggestion of each code for an answer. */
        List<Suggestion> suggest(AnswerId id, AnalysedAnswer answer);
    }
}
