package org.verbacode.language.repair;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verbacode.language.words.AlignedText;

/**
 * Normalises characters before tokenisation: combining accents, invisible characters, typographic apostrophes, and
 * inclusive writing, which is read as the masculine ("étudiant·e·s" and "étudiantEs" as "étudiants").
 */
public final class TextRepair {
    private static final Pattern INCLUSIVE = Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])(\\p{L}{2,})(?:"
            + "[·•‧⋅.\\-]((?:e|ne|te|le|fe|ve|se|euse|rice|trice|ice|ère|ive|esse)(?:[·•‧⋅.\\-]?(s))?|(?:[ntlfvs]?es|euses|rices|trices|ices|ères|ives))"
            + "|(?-i:(?<=\\p{Ll})E[sS]?)"
            + "|\\((?:e|ne|te|le|fe|ve|se|euse|rice|trice|ère|ive)\\)(s)?|\\((?:es|nes|tes|les)\\)|\\(s\\)"
            + "|\\(e\\)\\(s\\))(?![\\p{L}\\p{N}·(])");
    /** Words after a point or a hyphen that are words, not inclusive endings: "fin.Le", "rendez-le", "peut-être". */
    private static final Set<String> WORDS_OF_THEIR_OWN = Set.of("le", "les", "te", "ne", "se");

    /** Endings that follow a hyphen only in inclusive writing. */
    private static final Pattern AFTER_HYPHEN =
            Pattern.compile("es?|(?:e|ne|te|le|fe|ve|se|ère|ive|euse|t?rice)-s|(?:euse|t?rice)s?");

    private TextRepair() {}

    public static AlignedText repair(String text) {
        AlignedText characters = needsCharacters(text) ? characters(text) : new AlignedText(text);
        return mayBeInclusive(characters.text()) ? inclusive(characters) : characters;
    }

    private static boolean needsCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 0x300 && c < 0x370) || apostrophe(c) != c || isUnseen(text, i)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Zero-width characters, soft hyphens, control characters and unpaired surrogates, but not the joiners of an
     * emoji.
     */
    private static boolean isUnseen(String text, int i) {
        char c = text.charAt(i);
        return switch (c) {
            case '\u200B', '\u200C', '\u2060', '\uFEFF', '\u00AD', '\u200E', '\u200F' -> true;
            case '\u200D' -> i == 0 || !(Character.isSurrogate(text.charAt(i - 1)) || text.charAt(i - 1) == '\uFE0F');
            default -> isLoneMark(text, i) || isControl(c) || isHalf(text, i);
        };
    }

    private static boolean isControl(char c) {
        return (c < ' ' && c != '\n' && c != '\r' && c != '\t') || (c >= 0x7F && c < 0xA0);
    }

    /** A combining mark without a base letter. */
    private static boolean isLoneMark(String text, int i) {
        return text.charAt(i) >= 0x300
                && Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK
                && (i == 0 || Character.isWhitespace(text.charAt(i - 1)) || Character.isSpaceChar(text.charAt(i - 1)));
    }

    /** An unpaired surrogate, as truncation at a fixed length leaves it. */
    private static boolean isHalf(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private static char apostrophe(char c) {
        return switch (c) {
            case '’', '‘', 'ʼ', '´', '`', '′', '＇' -> '\'';
            default -> c;
        };
    }

    private static AlignedText characters(String text) {
        StringBuilder read = new StringBuilder(text.length());
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        int i = 0;
        while (i < text.length()) {
            if (isUnseen(text, i)) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < text.length()
                    && Character.getType(text.charAt(end)) == Character.NON_SPACING_MARK
                    && text.charAt(end) != '\uFE0F') {
                end++;
            }
            starts[read.length()] = i;
            ends[read.length()] = end;
            // Combining marks without a base letter are dropped.
            read.append(
                    end == i + 1
                            ? apostrophe(text.charAt(i))
                            : Normalizer.normalize(text.substring(i, end), Normalizer.Form.NFC)
                                    .charAt(0));
            i = end;
        }
        return new AlignedText(
                read.toString(), Arrays.copyOf(starts, read.length()), Arrays.copyOf(ends, read.length()));
    }

    private static boolean mayBeInclusive(String text) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 'E' && Character.isLowerCase(text.charAt(i - 1))) {
                return true;
            }
            if (i + 1 < text.length()
                    && (c == '·' || c == '•' || c == '‧' || c == '⋅' || c == '(' || c == '.' || c == '-')
                    && Character.isLetter(text.charAt(i - 1))
                    && Character.isLetter(text.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static AlignedText inclusive(AlignedText written) {
        String text = written.text();
        Matcher matcher = INCLUSIVE.matcher(text);
        StringBuilder read = new StringBuilder(text.length());
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        int done = 0;
        boolean changed = false;
        while (matcher.find()) {
            String whole = matcher.group();
            if (isTwoWords(whole, matcher.group(1))) {
                continue;
            }
            changed = true;
            copy(written, done, matcher.start(), read, starts, ends);
            String base = matcher.group(1);
            char last =
                    Character.toLowerCase(whole.charAt(whole.endsWith(")") ? whole.length() - 2 : whole.length() - 1));
            boolean plural = last == 's' && !base.toLowerCase(Locale.FRENCH).endsWith("s") && !base.endsWith("x");
            String form = plural ? base + (Character.isUpperCase(base.charAt(base.length() - 1)) ? "S" : "s") : base;
            for (int i = 0; i < form.length(); i++) {
                starts[read.length()] = written.start(matcher.start());
                ends[read.length()] = written.end(matcher.end());
                read.append(form.charAt(i));
            }
            done = matcher.end();
        }
        if (!changed) {
            return written;
        }
        copy(written, done, text.length(), read, starts, ends);
        return new AlignedText(
                read.toString(), Arrays.copyOf(starts, read.length()), Arrays.copyOf(ends, read.length()));
    }

    private static boolean isTwoWords(String whole, String base) {
        char joint = whole.charAt(base.length());
        String rest = whole.substring(base.length() + 1).toLowerCase(Locale.FRENCH);
        return (joint == '-' && !AFTER_HYPHEN.matcher(rest).matches())
                || (joint == '.' && (WORDS_OF_THEIR_OWN.contains(rest) || base.equalsIgnoreCase("www")));
    }

    private static void copy(AlignedText from, int start, int end, StringBuilder read, int[] starts, int[] ends) {
        for (int i = start; i < end; i++) {
            starts[read.length()] = from.start(i);
            ends[read.length()] = from.end(i + 1);
            read.append(from.text().charAt(i));
        }
    }
}
