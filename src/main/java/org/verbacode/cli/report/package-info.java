/** The reports of commands, one class each: as text and as JSON. */
@NullMarked
package org.verbacode.cli.report;

import org.jspecify.annotations.NullMarked;
