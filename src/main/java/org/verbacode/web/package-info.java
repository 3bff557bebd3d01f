/**
 * The web application on loopback: one …Pages class per screen in one room per job, templates in {@code
 * src/main/jte}, assets in the jar. Pages read a request, call a use case of {@code workflow} and render the result;
 * they decide nothing.
 */
@NullMarked
package org.verbacode.web;

import org.jspecify.annotations.NullMarked;
