/**
 * The binary format of models: plain numbers and texts, compressed; nothing that is read is trusted. Used from within
 * {@code learning} only.
 */
@NullMarked
package org.verbacode.learning.format;

import org.jspecify.annotations.NullMarked;
