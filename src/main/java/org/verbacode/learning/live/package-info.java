/**
 * The state of a model that learns while people code: answers, scores and calibration. Used from within {@code
 * learning} only.
 */
@NullMarked
package org.verbacode.learning.live;

import org.jspecify.annotations.NullMarked;
