/** The team of a question: coders, rounds, packets, agreement, settling, and doubts. */
@NullMarked
package org.verbacode.web.coders;

import org.jspecify.annotations.NullMarked;
