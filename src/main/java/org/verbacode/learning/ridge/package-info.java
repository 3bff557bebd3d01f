/**
 * Dual ridge regression on the kernels: exact by an inverse that grows and shrinks with each text, iterative beyond some
 * thousand texts; leave-one-out scores; weights per feature. Used from within {@code learning} only.
 */
@NullMarked
package org.verbacode.learning.ridge;

import org.jspecify.annotations.NullMarked;
