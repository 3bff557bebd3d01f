/** The model of a question, and its versions. */
@NullMarked
package org.verbacode.web.model;

import org.jspecify.annotations.NullMarked;
