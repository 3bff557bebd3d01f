/** The page that compares two model versions. */
@NullMarked
package org.verbacode.web.comparison;

import org.jspecify.annotations.NullMarked;
