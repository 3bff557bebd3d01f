package org.verbacode.language.repair;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import morfologik.fsa.FSA;
import org.verbacode.language.lemma.Lexicon;

/**
 * Finds the dictionary words at Damerau-Levenshtein distance 1: one insertion, deletion, substitution or
 * transposition.
 */
final class DictionaryNeighbours {
    private static final int LETTERS_OF_TWO_BYTES = 0xC0;

    private final FSA automaton = Lexicon.dictionary().fsa;
    private final byte separator = Lexicon.dictionary().metadata.getSeparator();

    /** The words at distance 1 from a lower-case word, unordered, possibly with duplicates. */
    List<String> of(String word) {
        List<String> found = new ArrayList<>();
        int node = automaton.getRootNode();
        for (int at = 0; at <= word.length(); at++) {
            String before = word.substring(0, at);
            slips(word, before, at, node, found);
            if (at < word.length()) {
                node = follow(node, word.substring(at, at + 1));
                if (node == 0) {
                    return found;
                }
            }
        }
        return found;
    }

    /** Collects the words that share a prefix and have their edit at this position. */
    private void slips(String word, String before, int at, int node, List<String> found) {
        if (at < word.length()) {
            end(node, before, word.substring(at + 1), found);
            if (at + 1 < word.length() && word.charAt(at) != word.charAt(at + 1)) {
                end(node, before, "" + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2), found);
            }
        }
        for (int arc = automaton.getFirstArc(node); arc != 0; arc = automaton.getNextArc(arc)) {
            byte first = automaton.getArcLabel(arc);
            if (first == separator || automaton.isArcTerminal(arc)) {
                continue;
            }
            int next = automaton.getEndNode(arc);
            if (first >= 0) {
                letter(word, before, at, next, String.valueOf((char) first), found);
            } else if ((first & 0xFF) >= LETTERS_OF_TWO_BYTES) {
                for (int second = automaton.getFirstArc(next); second != 0; second = automaton.getNextArc(second)) {
                    if (!automaton.isArcTerminal(second)) {
                        byte[] bytes = {first, automaton.getArcLabel(second)};
                        String letter = new String(bytes, StandardCharsets.UTF_8);
                        letter(word, before, at, automaton.getEndNode(second), letter, found);
                    }
                }
            }
        }
    }

    private void letter(String word, String before, int at, int node, String letter, List<String> found) {
        end(node, before + letter, word.substring(at), found);
        if (at < word.length()) {
            end(node, before + letter, word.substring(at + 1), found);
        }
    }

    private void end(int node, String before, String rest, List<String> found) {
        int last = follow(node, rest);
        if (last != 0 && automaton.getArc(last, separator) != 0) {
            found.add(before + rest);
        }
    }

    /** The automaton node after these letters, or 0. */
    private int follow(int node, String letters) {
        int reached = node;
        for (byte letter : letters.getBytes(StandardCharsets.UTF_8)) {
            int arc = automaton.getArc(reached, letter);
            if (arc == 0 || automaton.isArcTerminal(arc)) {
                return 0;
            }
            reached = automaton.getEndNode(arc);
        }
        return reached;
    }
}
