/** The results page and the report. */
@NullMarked
package org.verbacode.web.results;

import org.jspecify.annotations.NullMarked;
