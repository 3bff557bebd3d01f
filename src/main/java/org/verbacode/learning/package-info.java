/**
 * Learning to code from few examples: features of an answer, ridges and their pooled logistic, thresholds, explanation,
 * evaluation. It takes values and returns values: {@code language} reads the texts, {@code workflow} fetches and keeps.
 * The only importer of Weka.
 */
@NullMarked
package org.verbacode.learning;

import org.jspecify.annotations.NullMarked;
