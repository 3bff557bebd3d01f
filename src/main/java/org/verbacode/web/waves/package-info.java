/** The page of a new wave. */
@NullMarked
package org.verbacode.web.waves;

import org.jspecify.annotations.NullMarked;
