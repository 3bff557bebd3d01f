/**
 * Reading French as students write it: tokens, tags and lemmas with offsets into the text as it was written. The only
 * importer of CoreNLP and Morfologik.
 */
@NullMarked
package org.verbacode.language;

import org.jspecify.annotations.NullMarked;
