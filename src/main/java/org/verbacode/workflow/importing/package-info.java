/** Import of survey files, codebooks and codings into a study. */
@NullMarked
package org.verbacode.workflow.importing;

import org.jspecify.annotations.NullMarked;
