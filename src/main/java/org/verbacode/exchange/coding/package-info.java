/** Codebooks and codings as files. */
@NullMarked
package org.verbacode.exchange.coding;

import org.jspecify.annotations.NullMarked;
