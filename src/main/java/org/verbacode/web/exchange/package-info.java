/** The export page. */
@NullMarked
package org.verbacode.web.exchange;

import org.jspecify.annotations.NullMarked;
