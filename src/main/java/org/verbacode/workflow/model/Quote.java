package org.verbacode.workflow.model;

/**
 * An answer as displayed to a person.
 *
 * @param whose wave and respondent, or the row's id
 * @param text as the respondent wrote it
 */
public record Quote(String whose, String text) {}
