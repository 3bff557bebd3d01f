/** The pages of many answers at once: lists, and the table of answers and codes. */
@NullMarked
package org.verbacode.web.lists;

import org.jspecify.annotations.NullMarked;
