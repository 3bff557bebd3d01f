/**
 * Output of analysed answers in CoNLL-U, the format of Universal Dependencies. Used from within {@code language}
 * only.
 */
@NullMarked
package org.verbacode.language.treebank;

import org.jspecify.annotations.NullMarked;
