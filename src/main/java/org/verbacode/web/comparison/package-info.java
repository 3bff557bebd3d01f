/** Two model versions side by side. */
@NullMarked
package org.verbacode.web.comparison;

import org.jspecify.annotations.NullMarked;
