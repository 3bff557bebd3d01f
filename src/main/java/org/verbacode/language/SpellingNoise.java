package org.verbacode.language;

import java.text.Normalizer;
import java.util.Locale;
import java.util.SplittableRandom;

/** Artificial spelling mistakes, made in treebank text to measure spelling correction. */
public enum SpellingNoise {
    /** All accents removed. */
    ACCENTS,
    /** All letters in capitals. */
    CAPS,
    /** One edit (insertion, deletion, substitution or transposition) in one of ten words of at least four letters. */
    TYPOS;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final int WORDS_PER_TYPO = 10;
    private static final int MIN_MISTYPED_LENGTH = 4;

    String on(String word, SplittableRandom random) {
        return switch (this) {
            case ACCENTS -> Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
            case CAPS -> word.toUpperCase(Locale.FRENCH);
            case TYPOS ->
                random.nextInt(WORDS_PER_TYPO) == 0
                                && word.length() >= MIN_MISTYPED_LENGTH
                                && word.chars().allMatch(Character::isLetter)
                        ? mistype(word, random)
                        : word;
        };
    }

    private static String mistype(String word, SplittableRandom random) {
        int at = 1 + random.nextInt(word.length() - 1);
        char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + letter + word.substring(at);
            case 1 -> word.substring(0, at) + word.substring(at + 1);
            case 2 -> word.substring(0, at) + letter + word.substring(at + 1);
            default -> word.substring(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.substring(at + 1);
        };
    }
}
