package org.verbacode.language.repair;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import morfologik.fsa.FSA;
import org.verbacode.language.lemma.Lexicon;

/** Finds dictionary words that differ in accents only. Not for several threads. */
public final class AccentVariants {
    /** Words whose variants are cached. */
    private static final int CACHED_WORDS = 20_000;

    private static final int MAX_WORD_LENGTH = 40;
    private static final Map<Character, List<byte[]>> VARIANTS = Map.of(
            'a', bytes("a", "à", "â", "ä"),
            'c', bytes("c", "ç"),
            'e', bytes("e", "é", "è", "ê", "ë"),
            'i', bytes("i", "î", "ï"),
            'o', bytes("o", "ô", "ö"),
            'u', bytes("u", "û", "ù", "ü"),
            'y', bytes("y", "ÿ"));
    private static final byte[] LIGATURE = "œ".getBytes(StandardCharsets.UTF_8);

    private final FSA automaton = Lexicon.dictionary().fsa;
    private final byte separator = Lexicon.dictionary().metadata.getSeparator();
    private final Map<String, List<String>> remembered = new HashMap<>();

    private static List<byte[]> bytes(String... letters) {
        return List.of(letters).stream()
                .map(letter -> letter.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** The dictionary words that differ from an unaccented lower-case word in accents only, itself included. */
    public List<String> variants(String word) {
        if (word.length() > MAX_WORD_LENGTH) {
            return List.of();
        }
        List<String> known = remembered.get(word);
        if (known != null) {
            return known;
        }
        List<String> found = new ArrayList<>();
        walk(word, 0, automaton.getRootNode(), new byte[word.length() * 3], 0, found);
        if (remembered.size() >= CACHED_WORDS) {
            remembered.clear();
        }
        List<String> variants = List.copyOf(found);
        remembered.put(word, variants);
        return variants;
    }

    private void walk(String word, int at, int node, byte[] path, int length, List<String> found) {
        if (at == word.length()) {
            if (automaton.getArc(node, separator) != 0) {
                found.add(new String(path, 0, length, StandardCharsets.UTF_8));
            }
            return;
        }
        char letter = word.charAt(at);
        List<byte[]> variants = VARIANTS.get(letter);
        if (variants == null) {
            step(String.valueOf(letter).getBytes(StandardCharsets.UTF_8), word, at + 1, node, path, length, found);
        } else {
            for (byte[] variant : variants) {
                step(variant, word, at + 1, node, path, length, found);
            }
            if (letter == 'o' && at + 1 < word.length() && word.charAt(at + 1) == 'e') {
                step(LIGATURE, word, at + 2, node, path, length, found);
            }
        }
    }

    private void step(byte[] letter, String word, int next, int node, byte[] path, int length, List<String> found) {
        int reached = node;
        for (int i = 0; i < letter.length; i++) {
            int arc = automaton.getArc(reached, letter[i]);
            if (arc == 0 || automaton.isArcTerminal(arc)) {
                return;
            }
            path[length + i] = letter[i];
            reached = automaton.getEndNode(arc);
        }
        walk(word, next, reached, path, length + letter.length, found);
    }
}
