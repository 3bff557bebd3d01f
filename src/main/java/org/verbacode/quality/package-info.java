/**
 * Evaluation of predicted codes against those of people: scores with their intervals, calibration, confusions,
 * learning curves. It judges predictions and knows no model; {@code learning} and everything above it uses it.
 */
@NullMarked
package org.verbacode.quality;

import org.jspecify.annotations.NullMarked;
