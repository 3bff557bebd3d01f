/** What a new wave changes, and whether the model of earlier waves can be kept. */
@NullMarked
package org.verbacode.workflow.waves;

import org.jspecify.annotations.NullMarked;
