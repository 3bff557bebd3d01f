/** Export of a study for other programs. */
@NullMarked
package org.verbacode.workflow.exchange;

import org.jspecify.annotations.NullMarked;
