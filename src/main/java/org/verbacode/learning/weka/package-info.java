/** Classifiers of Weka on the same texts, to compare with. Used from within {@code learning} only. */
@NullMarked
package org.verbacode.learning.weka;

import org.jspecify.annotations.NullMarked;
