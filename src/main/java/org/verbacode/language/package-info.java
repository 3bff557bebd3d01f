/**
 * Linguistic analysis of informal French: tokens, tags and lemmas with offsets into the text as written; word
 * vectors; pseudonymisation; evaluation on treebanks. The only importer of CoreNLP and Morfologik.
 */
@NullMarked
package org.verbacode.language;

import org.jspecify.annotations.NullMarked;
