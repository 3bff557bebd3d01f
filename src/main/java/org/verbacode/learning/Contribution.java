package org.verbacode.learning;

/**
 * What a stretch of an answer adds to the logit of a code.
 *
 * @param start offset in the text as written
 * @param end offset after its last character
 * @param contribution in logits; negative speaks against the code
 */
public record Contribution(int start, int end, double contribution) {}
