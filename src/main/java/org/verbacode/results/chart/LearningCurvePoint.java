package org.verbacode.results.chart;

/**
 * A score after so many answers.
 *
 * @param examples how many were learned from
 * @param low lower bound of the 95 % interval
 * @param high upper bound of the same interval
 */
public record LearningCurvePoint(int examples, double score, double low, double high) {}
