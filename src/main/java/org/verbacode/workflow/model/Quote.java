package org.verbacode.workflow.model;

/**
 * An answer as it is quoted to a person, who can find it again.
 *
 * @param whose wave and respondent, or the row's id
 * @param text as the respondent wrote it
 */
public record Quote(String whose, String text) {}
