/** The quality report of a question's models. */
@NullMarked
package org.verbacode.web.quality;

import org.jspecify.annotations.NullMarked;
