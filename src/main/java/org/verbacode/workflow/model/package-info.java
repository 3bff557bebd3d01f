/**
 * Model versions: trained, made again from their cards, chosen, asked for suggestions, and live while people code.
 */
@NullMarked
package org.verbacode.workflow.model;

import org.jspecify.annotations.NullMarked;
