/** Files of codebooks and codings. */
@NullMarked
package org.verbacode.exchange.coding;

import org.jspecify.annotations.NullMarked;
