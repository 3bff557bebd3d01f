package org.verbacode.language.words;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits words into sentences. Long texts without full stops are split as well, so that tagging stays linear in their
 * length.
 */
public final class SentenceSplitter {
    /** Number of words after which a sentence ends at the next comma. */
    private static final int SOFT_LIMIT = 80;
    /** Number of words after which it ends in any case. */
    private static final int HARD_LIMIT = 120;

    private SentenceSplitter() {}

    /** Indices of the first words of sentences; the first is 0. Empty without words. */
    public static List<Integer> starts(String text, List<Word> words) {
        List<Integer> starts = new ArrayList<>();
        int start = 0;
        boolean ended = false;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            boolean newLine = i > 0 && hasLineBreak(text, words.get(i - 1).end(), word.start());
            int length = i - start;
            if (i == 0 || (ended && !isClosing(word.form())) || newLine || length >= HARD_LIMIT) {
                starts.add(i);
                start = i;
                length = 0;
                ended = false;
            }
            ended |= isEnd(word.form()) || (length >= SOFT_LIMIT && isPause(word.form()));
        }
        return starts;
    }

    private static boolean hasLineBreak(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return true;
            }
        }
        return false;
    }

    private static boolean isEnd(String form) {
        char first = form.charAt(0);
        if (first != '.' && first != '!' && first != '?' && first != '…') {
            return false;
        }
        for (int i = 1; i < form.length(); i++) {
            if (".!?…".indexOf(form.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPause(String form) {
        return form.equals(",") || form.equals(";") || form.equals(":");
    }

    private static boolean isClosing(String form) {
        return form.equals("»") || form.equals("\"") || form.equals("”") || form.equals(")") || isEnd(form);
    }
}
