/**
 * Survey files as tools export them: encoding, separator, header and columns are recognised; rows are bounded and checked.
 */
@NullMarked
package org.verbacode.exchange.survey;

import org.jspecify.annotations.NullMarked;
