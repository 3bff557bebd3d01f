/**
 * From scores to codes: the pooled logistic regression, probabilities, and the decision rule with its thresholds. Used from
 * within {@code learning} only.
 */
@NullMarked
package org.verbacode.learning.decision;

import org.jspecify.annotations.NullMarked;
