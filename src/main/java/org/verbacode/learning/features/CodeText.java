package org.verbacode.learning.features;

import java.util.List;
import org.verbacode.language.AnalysedAnswer;

/**
 * What the codebook says of a code, read like an answer.
 *
 * @param full name, definition and keywords in one text
 * @param rows texts that teach by themselves: the name, the definition, each keyword
 * @param keywords the name and each keyword: what an answer is compared with
 */
public record CodeText(AnalysedAnswer full, List<AnalysedAnswer> rows, List<AnalysedAnswer> keywords) {
    public CodeText {
        rows = List.copyOf(rows);
        keywords = List.copyOf(keywords);
    }
}
