package org.verbacode.results.chart;

import org.verbacode.results.Share;

/**
 * Suggestions of about the same probability.
 *
 * @param probability their mean, from 0 to 1
 * @param applied share of them in which the code applies
 */
public record ReliabilityBin(double probability, Share applied) {}
