package org.verbacode.language.words;

import org.jspecify.annotations.Nullable;

/** A text as it is read, with the way back to the text as it was written. */
public final class AlignedText {
    private final String text;
    private final int @Nullable [] starts;
    private final int @Nullable [] ends;

    /** A text that is read as it was written. */
    public AlignedText(String text) {
        this.text = text;
        this.starts = null;
        this.ends = null;
    }

    /**
     * @param starts for each character read, where what it stands for begins in the text as written
     * @param ends and where that ends
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

    /** Where a word that begins at this character begins in the text as written. */
    public int start(int index) {
        return starts == null ? index : starts[index];
    }

    /** Where a word that ends before this character ends in the text as written. */
    public int end(int index) {
        return ends == null ? index : ends[index - 1];
    }
}
