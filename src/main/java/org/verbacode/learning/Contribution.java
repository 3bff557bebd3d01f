package org.verbacode.learning;

/**
 * The contribution of a span of an answer to the logit of a code.
 *
 * @param start offset in the text as written
 * @param end offset after its last character
 * @param contribution in logits; negative values lower the probability of the code
 */
public record Contribution(int start, int end, double contribution) {}
