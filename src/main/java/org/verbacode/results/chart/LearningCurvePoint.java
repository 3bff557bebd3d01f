package org.verbacode.results.chart;

/**
 * A point of a learning curve.
 *
 * @param examples number of training answers
 * @param low lower bound of the 95 % interval
 * @param high upper bound of the same interval
 */
public record LearningCurvePoint(int examples, double score, double low, double high) {}
