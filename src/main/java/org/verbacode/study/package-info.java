/**
 * What was asked, of whom, when, and what they wrote: studies, waves, questions, respondents and answers. Every other
 * package speaks in these words; this one knows none of them.
 */
@NullMarked
package org.verbacode.study;

import org.jspecify.annotations.NullMarked;
