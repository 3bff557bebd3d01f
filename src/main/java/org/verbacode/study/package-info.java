/**
 * The survey: studies, waves, questions, respondents and answers. Every other package uses these values; this one
 * uses none of them.
 */
@NullMarked
package org.verbacode.study;

import org.jspecify.annotations.NullMarked;
