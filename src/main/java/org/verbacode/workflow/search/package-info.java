/** Answers found by their words, and the index behind it. */
@NullMarked
package org.verbacode.workflow.search;

import org.jspecify.annotations.NullMarked;
