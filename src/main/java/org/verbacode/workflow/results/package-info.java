/** Codes counted by wave, as tables, charts and a page. */
@NullMarked
package org.verbacode.workflow.results;

import org.jspecify.annotations.NullMarked;
