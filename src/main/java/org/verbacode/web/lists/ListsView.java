package org.verbacode.web.lists;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.study.Message;
import org.verbacode.study.WaveName;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.Page;
import org.verbacode.workflow.lists.IdenticalGroup;
import org.verbacode.workflow.lists.ProposalList;

/**
 * What the templates of all lists need.
 *
 * @param wave only its answers; null for all
 * @param notice what the last act did; null for none
 */
public record ListsView(
        Page page,
        Kind kind,
        @Nullable WaveName wave,
        @Nullable Message notice) {
    /** Writings of a group that are shown. */
    private static final int MAX_WRITINGS = 6;

    /** The lists. */
    public enum Kind {
        /** Answers proposed for a code. */
        CODE,
        IDENTICAL,
        /** Answers without content. */
        EMPTY,
        /** Answers that coder and model code differently. */
        DIFFERENCES;

        static Kind of(String name) {
            for (Kind kind : values()) {
                if (kind.parameter().equals(name)) {
                    return kind;
                }
            }
            return CODE;
        }

        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public List<Kind> kinds() {
        return List.of(Kind.values());
    }

    public String label(Kind one) {
        return page.text("lists.kind." + one.parameter());
    }

    /** The address of a list. */
    public String to(Kind one) {
        return Links.to("/lists", "study", page.study(), "question", page.question(), "list", one.parameter());
    }

    /** The address of another page of this list. */
    public String turned(String code, int number) {
        return Links.to(
                "/lists",
                "study",
                page.study(),
                "question",
                page.question(),
                "list",
                kind.parameter(),
                "code",
                code,
                "wave",
                wave == null ? "" : wave.value(),
                "page",
                String.valueOf(number));
    }

    /** The address where a group is coded. */
    public String to(IdenticalGroup group) {
        return Links.to(
                "/lists",
                "study",
                page.study(),
                "question",
                page.question(),
                "list",
                kind.parameter(),
                "group",
                group.first().id().value());
    }

    public List<String> writings(IdenticalGroup group) {
        return group.writings().stream().limit(MAX_WRITINGS).toList();
    }

    public String likelihood(ProposalList.Row row) {
        return page.text("review.likelihood." + row.likelihood().name().toLowerCase(Locale.ROOT));
    }

    public String theme(String theme) {
        return theme.isEmpty() ? page.text("review.theme.none") : theme;
    }

    public boolean isOn(Code code, List<Code> codes) {
        return codes.contains(code);
    }
}
