/** The command line: one class a command, each calling the use case of the same name in {@code workflow}. */
@NullMarked
package org.verbacode.cli;

import org.jspecify.annotations.NullMarked;
