/**
 * What commands print of an evaluation, a comparison, a simulation or a wave: as text, or as an object for a program.
 */
@NullMarked
package org.verbacode.cli.report;

import org.jspecify.annotations.NullMarked;
