/** The codebook of a question. */
@NullMarked
package org.verbacode.web.codebook;

import org.jspecify.annotations.NullMarked;
