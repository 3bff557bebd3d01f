/**
 * The dictionary form of a word: the dictionary of inflected forms, the table of closed-class words, and the tables that
 * come with the package. Used from within {@code language} only.
 */
@NullMarked
package org.verbacode.language.lemma;

import org.jspecify.annotations.NullMarked;
