/**
 * The full-text index in terms of Lucene: documents, analysis of words, queries. Used from within {@code search} only.
 */
@NullMarked
package org.verbacode.search.lucene;

import org.jspecify.annotations.NullMarked;
