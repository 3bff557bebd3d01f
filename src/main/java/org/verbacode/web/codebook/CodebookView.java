package org.verbacode.web.codebook;

import java.util.List;
import java.util.stream.Collectors;
import org.verbacode.coding.Code;
import org.verbacode.coding.Codebook;
import org.verbacode.web.page.Page;
import org.verbacode.workflow.codebook.CodeUse;

/**
 * The data of the codebook's template.
 *
 * @param latest number of the current version
 * @param done the kind of change just made; empty for none
 */
public record CodebookView(Page page, Codebook codebook, int latest, CodeUse.Uses uses, String done) {
    public boolean isCurrent() {
        return codebook.version() == latest;
    }

    public int uses(Code code) {
        return uses.of(code.id());
    }

    /** Who applies a code how often: "C1 24, C2 30". */
    public String coders(Code code) {
        return uses.coders(code.id()).entrySet().stream()
                .map(coder -> coder.getKey().value() + " " + page.number(coder.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** The codes that another one can be merged with or put before. */
    public List<Code> others(Code code) {
        return codebook.codes().stream()
                .filter(other -> !other.id().equals(code.id()))
                .toList();
    }

    public List<String> themes() {
        return codebook.byTheme().keySet().stream()
                .filter(theme -> !theme.isEmpty())
                .toList();
    }

    /** The id of the code before which a code goes when it moves up; empty at the top of its theme. */
    public String above(List<Code> theme, Code code) {
        int place = theme.indexOf(code);
        return place < 1 ? "" : theme.get(place - 1).id().value();
    }

    /** The same when it moves down; {@code end} for the last place, empty if it has it. */
    public String below(List<Code> theme, Code code) {
        int place = theme.indexOf(code);
        if (place == theme.size() - 1) {
            return "";
        }
        return place + 2 < theme.size() ? theme.get(place + 2).id().value() : "end";
    }
}
