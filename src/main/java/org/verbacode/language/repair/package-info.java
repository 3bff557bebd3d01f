/**
 * Spelling correction: characters, abbreviations, apostrophes, accents, and words at edit distance 1. Used from
 * within {@code language} only.
 */
@NullMarked
package org.verbacode.language.repair;

import org.jspecify.annotations.NullMarked;
