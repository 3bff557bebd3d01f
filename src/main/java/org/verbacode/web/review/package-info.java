/** The review screen and the list of answers. */
@NullMarked
package org.verbacode.web.review;

import org.jspecify.annotations.NullMarked;
