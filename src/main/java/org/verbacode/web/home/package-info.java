/** The first page: the studies of the workspace. */
@NullMarked
package org.verbacode.web.home;

import org.jspecify.annotations.NullMarked;
