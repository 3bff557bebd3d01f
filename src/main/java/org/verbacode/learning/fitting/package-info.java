/**
 * Fits ridges, logistic regression and decision rule to a training set, and chooses regularisation and the weights of waves
 * by held-out log-loss. Used from within {@code learning} only.
 */
@NullMarked
package org.verbacode.learning.fitting;

import org.jspecify.annotations.NullMarked;
