/** Full-text search in the answers of a study. */
@NullMarked
package org.verbacode.workflow.search;

import org.jspecify.annotations.NullMarked;
