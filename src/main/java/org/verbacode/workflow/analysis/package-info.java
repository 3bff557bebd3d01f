/** The French of many texts: analysed on all cores, cached by workspace, written as tokens and lemmas. */
@NullMarked
package org.verbacode.workflow.analysis;

import org.jspecify.annotations.NullMarked;
