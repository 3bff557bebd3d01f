/** Background tasks with progress and cancellation. */
@NullMarked
package org.verbacode.web.job;

import org.jspecify.annotations.NullMarked;
