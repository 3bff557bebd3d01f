/**
 * Finding answers again: a full-text index over their words and lemmas, what a researcher may ask of it, concordances,
 * answers alike and frequent words. Takes and returns values of {@code study} and {@code language}; {@code workflow}
 * brings the answers. The index is disposable: it can be made again from the answers at any time.
 */
@NullMarked
package org.verbacode.search;

import org.jspecify.annotations.NullMarked;
