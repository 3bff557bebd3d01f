package org.verbacode.coding;

import java.util.Arrays;

/** The kinds of change of a codebook. */
public enum CodebookEdit {
    IMPORT,
    ADD,
    /** The texts, the theme or the colour of a code. */
    EDIT,
    RENAME,
    MERGE,
    SPLIT,
    MOVE,
    RETIRE,
    RESTORE,
    /** The codes of the version before the last one. */
    UNDO;

    /** The kind of this name; {@link #IMPORT} for what was stored before kinds were kept. */
    public static CodebookEdit named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(IMPORT);
    }
}
