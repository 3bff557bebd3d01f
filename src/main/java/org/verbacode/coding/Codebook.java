package org.verbacode.coding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;

/**
 * One version of the codes of a question, in their order.
 *
 * @param version 1, 2, …; 0 for the empty codebook of a question that has none yet
 */
public record Codebook(QuestionName question, int version, List<Code> codes) {
    public Codebook {
        codes = List.copyOf(codes);
        Set<String> names = new HashSet<>();
        for (Code code : codes) {
            if (!names.add(code.name())) {
                throw new RefusedException(Message.of("coding.codebook.twice", code.name(), question.value()));
            }
        }
    }

    /** The empty codebook of a question. */
    public static Codebook empty(QuestionName question) {
        return new Codebook(question, 0, List.of());
    }

    public Optional<Code> byName(String name) {
        String wanted = name.strip();
        return codes.stream().filter(code -> code.name().equals(wanted)).findFirst();
    }

    public Optional<Code> byId(CodeId id) {
        return codes.stream().filter(code -> code.id().equals(id)).findFirst();
    }

    /** The codes by theme, in the order of the themes' first appearance; codes without a theme last, under "". */
    public Map<String, List<Code>> byTheme() {
        Map<String, List<Code>> themes = new LinkedHashMap<>();
        List<Code> without = new ArrayList<>();
        for (Code code : codes) {
            String theme = code.theme();
            if (theme == null) {
                without.add(code);
            } else {
                themes.computeIfAbsent(theme, unused -> new ArrayList<>()).add(code);
            }
        }
        if (!without.isEmpty()) {
            themes.put("", without);
        }
        return Collections.unmodifiableMap(themes);
    }
}
