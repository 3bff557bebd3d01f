/** Survey exports: encoding, separator, header and columns are detected; rows are bounded and checked. */
@NullMarked
package org.verbacode.exchange.survey;

import org.jspecify.annotations.NullMarked;
