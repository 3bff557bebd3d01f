/**
 * Statistics of codings: counts, shares with their intervals, drift, advice; charts are in {@code results.chart}. Takes and
 * returns values; {@code workflow} loads them from the store, {@code exchange} writes them to files.
 */
@NullMarked
package org.verbacode.results;

import org.jspecify.annotations.NullMarked;
