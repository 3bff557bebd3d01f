/**
 * Files in and out: survey exports, codebooks, coded tables, spreadsheets, JSON. Input is not trusted until checked;
 * output is written atomically. The only importer of the CSV, spreadsheet and JSON libraries.
 */
@NullMarked
package org.verbacode.exchange;

import org.jspecify.annotations.NullMarked;
