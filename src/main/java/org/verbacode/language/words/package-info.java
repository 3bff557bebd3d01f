/**
 * Tokenisation, sentence splitting, language identification and part-of-speech tagging, with the corrections of tags
 * that the dictionary or the neighbouring words contradict. Used from within {@code language} only.
 */
@NullMarked
package org.verbacode.language.words;

import org.jspecify.annotations.NullMarked;
