package org.verbacode.coding;

import org.jspecify.annotations.Nullable;
import org.verbacode.study.Names;

/**
 * One code of a codebook.
 *
 * @param theme the theme it belongs to, or null
 * @param definition when the code applies, in a sentence; may be empty, as may the next three
 * @param include keywords of the code, separated by commas
 * @param exclude what looks like the code but is not
 * @param examples answers that bear it
 * @param colour as {@code #rrggbb}, or null
 */
public record Code(
        CodeId id,
        String name,
        @Nullable String theme,
        String definition,
        String include,
        String exclude,
        String examples,
        @Nullable String colour) {
    public Code {
        name = Names.checked(name);
    }

    /** A code of which only the name is known. */
    public static Code named(CodeId id, String name) {
        return new Code(id, name, null, "", "", "", "", null);
    }

    /** The same code under another id. */
    public Code withId(CodeId other) {
        return new Code(other, name, theme, definition, include, exclude, examples, colour);
    }

    /** The same code with another name. */
    public Code withName(String other) {
        return new Code(id, other, theme, definition, include, exclude, examples, colour);
    }

    /** The same code in another theme; null for none. */
    public Code in(@Nullable String other) {
        return new Code(id, name, other, definition, include, exclude, examples, colour);
    }

    /** The same code with other examples. */
    public Code withExamples(String other) {
        return new Code(id, name, theme, definition, include, exclude, other, colour);
    }

    /** The same code with another definition. */
    public Code withDefinition(String other) {
        return new Code(id, name, theme, other, include, exclude, examples, colour);
    }
}
