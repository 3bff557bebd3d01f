/**
 * Lemmatisation: the dictionary of inflected forms, the table of closed-class words, and the resource tables. Used
 * from within {@code language} only.
 */
@NullMarked
package org.verbacode.language.lemma;

import org.jspecify.annotations.NullMarked;
