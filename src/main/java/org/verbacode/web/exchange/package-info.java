/** Coded answers as files for other programs. */
@NullMarked
package org.verbacode.web.exchange;

import org.jspecify.annotations.NullMarked;
