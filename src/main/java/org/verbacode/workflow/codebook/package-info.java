/** Changes of a codebook; every version is kept. */
@NullMarked
package org.verbacode.workflow.codebook;

import org.jspecify.annotations.NullMarked;
