/** Drawings of results as SVG and PNG. */
@NullMarked
package org.verbacode.results.chart;

import org.jspecify.annotations.NullMarked;
