/**
 * The web application on loopback: one …Pages class a screen, templates in {@code src/main/jte}, assets served from
 * the jar. Pages read a request, call a use case of {@code workflow} and show what it returns; they decide nothing.
 */
@NullMarked
package org.verbacode.web;

import org.jspecify.annotations.NullMarked;
