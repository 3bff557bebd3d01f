/** A model version as a folder: card, training answers, weights, and their checksums. */
@NullMarked
package org.verbacode.exchange.model;

import org.jspecify.annotations.NullMarked;
