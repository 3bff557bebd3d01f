/** The command line: one class per command, each calling a use case of {@code workflow}. */
@NullMarked
package org.verbacode.cli;

import org.jspecify.annotations.NullMarked;
