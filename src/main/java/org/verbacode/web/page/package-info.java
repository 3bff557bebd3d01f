/** The parts of every page: request, frame, templates, addresses, downloads. */
@NullMarked
package org.verbacode.web.page;

import org.jspecify.annotations.NullMarked;
