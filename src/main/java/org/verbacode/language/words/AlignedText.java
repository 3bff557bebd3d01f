package org.verbacode.language.words;

import org.jspecify.annotations.Nullable;

/** A normalised text with the alignment of its characters to the text as written. */
public final class AlignedText {
    private final String text;
    private final int @Nullable [] starts;
    private final int @Nullable [] ends;

    /** A text that needed no normalisation. */
    public AlignedText(String text) {
        this.text = text;
        this.starts = null;
        this.ends = null;
    }

    /**
     * @param starts for each character, start of its source in the text as written
     * @param ends for each character, end of its source
     */
    public AlignedText(String text, int[] starts, int[] ends) {
        if (starts.length < text.length() || ends.length < text.length()) {
            throw new IllegalArgumentException("a character without its place");
        }
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    public String text() {
        return text;
    }

    /** Offset in the text as written where a word that begins at this character begins. */
    public int start(int index) {
        return starts == null ? index : starts[index];
    }

    /** Offset in the text as written where a word that ends before this character ends. */
    public int end(int index) {
        return ends == null ? index : ends[index - 1];
    }
}
