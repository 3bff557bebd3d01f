/** Model versions: training, reproduction from a card, choice of the one in use, suggestions, and live models. */
@NullMarked
package org.verbacode.workflow.model;

import org.jspecify.annotations.NullMarked;
