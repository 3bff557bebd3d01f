/**
 * Codebooks, codes, coders, decisions and their provenance, codings, suggestions and draws. Only values: {@code
 * store} keeps them, {@code learning} learns from them, {@code results} counts them.
 */
@NullMarked
package org.verbacode.coding;

import org.jspecify.annotations.NullMarked;
