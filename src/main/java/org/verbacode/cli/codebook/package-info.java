/** The command {@code codebook} and its subcommands. */
@NullMarked
package org.verbacode.cli.codebook;

import org.jspecify.annotations.NullMarked;
