/** A study as files for other programs. */
@NullMarked
package org.verbacode.workflow.exchange;

import org.jspecify.annotations.NullMarked;
