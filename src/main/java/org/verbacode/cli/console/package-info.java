/**
 * Input and output of commands: shared options, languages, standard output and error, reports, tables, progress bars.
 */
@NullMarked
package org.verbacode.cli.console;

import org.jspecify.annotations.NullMarked;
