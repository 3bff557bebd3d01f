/**
 * Evaluation of held-out predictions: within a study, between two files, along a learning curve, and in simulated
 * coding.
 */
@NullMarked
package org.verbacode.workflow.quality;

import org.jspecify.annotations.NullMarked;
