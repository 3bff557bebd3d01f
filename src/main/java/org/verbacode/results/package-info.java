/**
 * What codings add up to: counts, shares with their intervals, charts. Takes and returns values; {@code workflow}
 * brings them from the store, {@code exchange} writes them to files.
 */
@NullMarked
package org.verbacode.results;

import org.jspecify.annotations.NullMarked;
