/**
 * Words and their parts of speech: tokens with offsets into the text as written, sentences, tags, and the corrections of
 * tags that the dictionary or the neighbouring words contradict. Used from within {@code language} only.
 */
@NullMarked
package org.verbacode.language.words;

import org.jspecify.annotations.NullMarked;
