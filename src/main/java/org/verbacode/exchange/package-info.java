/**
 * Files in and out: survey exports, codebooks, coded tables, spreadsheets, JSON. What is read is hostile until checked;
 * what is written appears whole or not at all. The only importer of the CSV, spreadsheet and JSON libraries.
 */
@NullMarked
package org.verbacode.exchange;

import org.jspecify.annotations.NullMarked;
