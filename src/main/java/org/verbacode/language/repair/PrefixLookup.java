package org.verbacode.language.repair;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import morfologik.fsa.FSA;
import morfologik.fsa.FSATraversal;
import morfologik.fsa.MatchResult;
import org.verbacode.language.lemma.Lexicon;

/** Finds whether letters are a proper prefix of a dictionary word. Not for several threads. */
final class PrefixLookup {
    /** Dictionary words looked at for a prefix. */
    private static final int MAX_WORDS = 400;
    /** Minimum length of the clipped rest, so that it is more than an ending: "dispo|nible", not "temp|s". */
    private static final int MIN_REST_LENGTH = 4;

    private final FSA automaton = Lexicon.dictionary().fsa;
    private final byte separator = Lexicon.dictionary().metadata.getSeparator();
    private final FSATraversal traversal = new FSATraversal(automaton);

    /** Whether a longer word that satisfies a condition begins with these letters. */
    boolean begins(String letters, Predicate<String> fits) {
        MatchResult start = traversal.match(letters.getBytes(StandardCharsets.UTF_8));
        if (start.kind != MatchResult.SEQUENCE_IS_A_PREFIX) {
            return false;
        }
        int looked = 0;
        String last = "";
        for (ByteBuffer rest : automaton.getSequences(start.node)) {
            String word = letters + ending(rest);
            if (!word.equals(last) && word.length() >= letters.length() + MIN_REST_LENGTH) {
                if (fits.test(word)) {
                    return true;
                }
                looked++;
            }
            if (looked > MAX_WORDS) {
                return false;
            }
            last = word;
        }
        return false;
    }

    private String ending(ByteBuffer rest) {
        byte[] bytes = new byte[rest.remaining()];
        rest.duplicate().get(bytes);
        int end = 0;
        while (end < bytes.length && bytes[end] != separator) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
