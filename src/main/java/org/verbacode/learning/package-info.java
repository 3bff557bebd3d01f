/**
 * Supervised learning of codes from few examples. The root holds what others use: training set, trainer, model and
 * its card, live model, explanation, change detection, Weka learners. Takes and returns values: {@code language}
 * analyses the texts, {@code workflow} loads and stores. The only importer of Weka and Hipparchus.
 */
@NullMarked
package org.verbacode.learning;

import org.jspecify.annotations.NullMarked;
