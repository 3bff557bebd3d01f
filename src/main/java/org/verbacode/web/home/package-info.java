/** The home page. */
@NullMarked
package org.verbacode.web.home;

import org.jspecify.annotations.NullMarked;
