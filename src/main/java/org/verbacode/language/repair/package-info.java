/**
 * Spelling repair: characters, abbreviations, apostrophes, accents, and words at edit distance 1 from one of the
 * dictionary. Used from within {@code language} only.
 */
@NullMarked
package org.verbacode.language.repair;

import org.jspecify.annotations.NullMarked;
