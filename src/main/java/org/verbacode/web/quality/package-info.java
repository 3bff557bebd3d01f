/** How good the models of a question are. */
@NullMarked
package org.verbacode.web.quality;

import org.jspecify.annotations.NullMarked;
