/** Long work in the background, with progress and a way to stop it. */
@NullMarked
package org.verbacode.web.job;

import org.jspecify.annotations.NullMarked;
