/**
 * Many answers at once: those proposed for a code, identical ones, those without content, those on which coder and model
 * differ, and the table of answers and codes. The review screen is in {@code workflow.review}.
 */
@NullMarked
package org.verbacode.workflow.lists;

import org.jspecify.annotations.NullMarked;
