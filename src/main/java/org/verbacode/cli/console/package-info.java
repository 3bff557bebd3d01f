/**
 * How commands read their options and speak: shared options, languages, standard output and error, tables, progress bars.
 */
@NullMarked
package org.verbacode.cli.console;

import org.jspecify.annotations.NullMarked;
