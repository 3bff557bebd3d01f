/**
 * Recognition of what may identify a person: patterns of addresses and numbers, and named entities. Used from within
 * {@code language} only.
 */
@NullMarked
package org.verbacode.language.identities;

import org.jspecify.annotations.NullMarked;
