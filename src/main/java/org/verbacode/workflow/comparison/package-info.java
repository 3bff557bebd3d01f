/** Two model versions side by side. */
@NullMarked
package org.verbacode.workflow.comparison;

import org.jspecify.annotations.NullMarked;
