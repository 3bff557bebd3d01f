/**
 * Features of texts: vocabularies and their document frequencies, sparse rows, word vectors of the survey, clauses, the
 * texts of a codebook, and the kernels between texts. Used from within {@code learning} only.
 */
@NullMarked
package org.verbacode.learning.features;

import org.jspecify.annotations.NullMarked;
