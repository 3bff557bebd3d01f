/** Linguistic analysis of many texts: in parallel, cached by workspace, and written as tokens and lemmas. */
@NullMarked
package org.verbacode.workflow.analysis;

import org.jspecify.annotations.NullMarked;
