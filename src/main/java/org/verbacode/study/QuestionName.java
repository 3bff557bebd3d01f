package org.verbacode.study;

/** The short name of a question within a study, such as apports; its wordings may differ by wave. */
public record QuestionName(String value) {
    public QuestionName {
        value = Names.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
