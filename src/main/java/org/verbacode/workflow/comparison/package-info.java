/** Comparison of two model versions: their cards, their suggestions and their quality. */
@NullMarked
package org.verbacode.workflow.comparison;

import org.jspecify.annotations.NullMarked;
