/** Tables as CSV and XLSX files. */
@NullMarked
package org.verbacode.exchange.table;

import org.jspecify.annotations.NullMarked;
