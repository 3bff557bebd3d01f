/** Codes per wave: chart, table, report. */
@NullMarked
package org.verbacode.web.results;

import org.jspecify.annotations.NullMarked;
