package org.verbacode.learning.features;

import java.util.List;
import org.verbacode.language.AnalysedAnswer;

/**
 * The texts of a code in the codebook, analysed like an answer.
 *
 * @param full name, definition and keywords in one text
 * @param rows texts that are training rows by themselves: the name, the definition, each keyword
 * @param keywords the name and each keyword, with which answers are compared
 */
public record CodeText(AnalysedAnswer full, List<AnalysedAnswer> rows, List<AnalysedAnswer> keywords) {
    public CodeText {
        rows = List.copyOf(rows);
        keywords = List.copyOf(keywords);
    }
}
