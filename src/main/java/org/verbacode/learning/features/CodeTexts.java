package org.verbacode.learning.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.verbacode.coding.Code;
import org.verbacode.coding.Codebook;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;

/**
 * Extracts the texts of a codebook. What a code excludes is left out, since its words are those of answers without
 * the code.
 */
public final class CodeTexts {
    private CodeTexts() {}

    public static List<CodeText> of(Codebook codebook, FrenchAnalyser analyser) {
        return codebook.codes().stream().map(code -> text(code, analyser)).toList();
    }

    private static CodeText text(Code code, FrenchAnalyser analyser) {
        String name = code.name().replace('-', ' ');
        List<String> keywords = new ArrayList<>(List.of(name));
        Arrays.stream(code.include().split("[,;\n]"))
                .map(String::strip)
                .filter(keyword -> !keyword.isEmpty())
                .forEach(keywords::add);
        List<String> rows = new ArrayList<>(keywords);
        if (!code.definition().isBlank()) {
            rows.add(code.definition());
        }
        String full = String.join(". ", rows);
        return new CodeText(analyser.analyse(full), read(rows, analyser), read(keywords, analyser));
    }

    private static List<AnalysedAnswer> read(List<String> texts, FrenchAnalyser analyser) {
        return texts.stream().map(analyser::analyse).toList();
    }
}
