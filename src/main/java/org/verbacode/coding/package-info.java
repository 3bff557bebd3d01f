/**
 * What people and models say about answers: codebooks and their codes, coders, decisions and how they came about, the
 * codings that follow from them, suggestions, draws. Only values; {@code store} keeps them, {@code learning} learns
 * from them, {@code results} counts them.
 */
@NullMarked
package org.verbacode.coding;

import org.jspecify.annotations.NullMarked;
