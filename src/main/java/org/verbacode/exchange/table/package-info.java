/** Tables as files: CSV and XLSX. */
@NullMarked
package org.verbacode.exchange.table;

import org.jspecify.annotations.NullMarked;
