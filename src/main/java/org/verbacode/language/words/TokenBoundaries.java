package org.verbacode.language.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verbacode.language.lemma.Lexicon;

/**
 * Adapts the boundaries of CoreNLP's tokens to Universal Dependencies: "jusqu'|à", "jour|-là", "vas|-y", but "CM1",
 * "2e", "J.-P." and a word broken off, "quest~", as single tokens. Offsets are those of the tokenised text. Not for
 * several threads.
 */
final class TokenBoundaries {
    private static final Pattern ELISION = Pattern.compile("(?iu)((?:jusqu|lorsqu|puisqu|quoiqu)')(.+)");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})([hH])(\\d{2})");
    private static final Pattern CLITICS = Pattern.compile(
            "(?iu)([\\p{L}']{1,30}?)((?:-(?:t-)?(?:je|tu|ils?|elles?|on|nous|vous|ce|moi|toi|lui|leur|les?|la|là|ci|y|en))+)");
    private static final Pattern CLITIC = Pattern.compile("(?iu)-(?:t-)?\\p{L}+");
    private static final Set<String> AFTER_ANY_WORD = Set.of("-là", "-la", "-ci");
    private static final Set<String> DEMONSTRATIVES = Set.of("celui", "celle", "ceux", "celles");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+");
    private static final Pattern SPACED_NUMBER = Pattern.compile("\\d+(?:[ \\u00A0\\u202F]\\d+)+");
    private static final Pattern THOUSANDS = Pattern.compile("[1-9]\\d{0,2}([ \\u00A0\\u202F]\\d{3})*");
    private static final Pattern ORDINAL_ENDING = Pattern.compile("(?iu)ers?|[èi]?ères?|re|es?|è|i?[èe]mes?|nde?s?");
    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}\\p{L}?\\.(?:-\\p{Lu}\\p{L}?\\.)*-?");

    /** "y'a", "p'tit" */
    private static final Set<String> SHORTENED = Set.of("y", "p");

    private final Lexicon lexicon;

    TokenBoundaries(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The words with corrected boundaries. */
    List<Word> mend(List<Word> words, String text) {
        List<Word> apart = new ArrayList<>(words.size() + 4);
        for (int i = 0; i < words.size(); i++) {
            boolean endsLine = i + 1 == words.size()
                    || text.substring(words.get(i).end(), words.get(i + 1).start())
                            .contains("\n");
            split(words.get(i), endsLine, apart);
        }
        List<Word> whole = new ArrayList<>(apart.size());
        for (int i = 0; i < apart.size(); i++) {
            Word word = apart.get(i);
            int last = whole.size() - 1;
            if (last >= 0 && areOne(whole, word, apart, i, text)) {
                Word before = whole.get(last);
                whole.set(last, new Word(before.start(), word.end(), text.substring(before.start(), word.end())));
            } else {
                whole.add(word);
            }
        }
        return whole;
    }

    private void split(Word word, boolean endsLine, List<Word> apart) {
        String form = word.form();
        int length = form.length();
        if (length > 1 && form.charAt(length - 1) == '.' && endsLine && isLetters(form, length - 1)) {
            parts(word, apart, length - 1);
            return;
        }
        if (hasBlank(form) && !SPACED_NUMBER.matcher(form).matches()) {
            atBlanks(word, apart);
            return;
        }
        boolean digit = Character.isDigit(form.charAt(0));
        if (digit && length >= 4 && length <= 5) {
            Matcher time = TIME.matcher(form);
            if (time.matches()) {
                parts(word, apart, time.start(2), time.start(3));
                return;
            }
        }
        if (!digit && length > 2 && form.indexOf('\'') > 0) {
            Matcher elision = ELISION.matcher(form);
            if (elision.matches()) {
                parts(word, apart, elision.start(2));
                return;
            }
        }
        if (!digit && length > 3 && form.indexOf('-') > 0) {
            Matcher clitics = CLITICS.matcher(form);
            if (clitics.matches() && areClitics(clitics.group(1), clitics.group(2), form)) {
                List<Integer> cuts = new ArrayList<>();
                Matcher each = CLITIC.matcher(form);
                while (each.find()) {
                    cuts.add(each.start());
                }
                parts(word, apart, cuts.stream().mapToInt(Integer::intValue).toArray());
                return;
            }
        }
        apart.add(word);
    }

    private static boolean hasBlank(String form) {
        return form.chars().anyMatch(TokenBoundaries::isBlank);
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Only numbers may contain spaces: "(514) 555-0199". */
    private static void atBlanks(Word word, List<Word> apart) {
        int from = 0;
        for (int i = 0; i <= word.form().length(); i++) {
            if (i == word.form().length() || isBlank(word.form().charAt(i))) {
                if (i > from) {
                    String part = word.form().substring(from, i);
                    apart.add(new Word(word.start() + from, word.start() + i, part));
                }
                from = i + 1;
            }
        }
    }

    private static boolean isLetters(String form, int end) {
        for (int i = 0; i < end; i++) {
            if (!Character.isLetter(form.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static void parts(Word word, List<Word> apart, int... cuts) {
        int from = 0;
        for (int i = 0; i <= cuts.length; i++) {
            int to = i < cuts.length ? cuts[i] : word.form().length();
            apart.add(
                    new Word(word.start() + from, word.start() + to, word.form().substring(from, to)));
            from = to;
        }
    }

    /**
     * Whether a hyphen separates clitics: pronouns after a verb, "là" and "ci" after any word; but not in a
     * dictionary word such as "celui-là".
     */
    private boolean areClitics(String base, String clitics, String form) {
        String lower = base.toLowerCase(Locale.FRENCH);
        if (lexicon.knows(form.toLowerCase(Locale.FRENCH)) || DEMONSTRATIVES.contains(lower)) {
            return false;
        }
        return AFTER_ANY_WORD.contains(clitics.toLowerCase(Locale.FRENCH))
                ? lexicon.knows(lower)
                : lexicon.entries(lower).stream().anyMatch(entry -> entry.category() == 'V');
    }

    private boolean areOne(List<Word> whole, Word word, List<Word> apart, int i, String text) {
        Word before = whole.get(whole.size() - 1);
        String one = before.form();
        String other = word.form();
        char first = other.charAt(0);
        if (before.end() != word.start()) {
            return Character.isDigit(first)
                    && other.length() == 3
                    && word.start() == before.end() + 1
                    && NUMBER.matcher(other).matches()
                    && THOUSANDS.matcher(one).matches()
                    && THOUSANDS
                            .matcher(text.substring(before.start(), word.end()))
                            .matches();
        }
        char last = one.charAt(one.length() - 1);
        if (first == '~' || last == '~') {
            return Character.isLetter(first == '~' ? last : first);
        }
        if (Character.isDigit(first) || (first == '-' && other.length() > 1 && Character.isDigit(other.charAt(1)))) {
            return Character.isLetter(last) && NUMBER.matcher(other).matches() && isLabel(one, first);
        }
        if (Character.isDigit(last)) {
            return NUMBER.matcher(one).matches()
                    ? ORDINAL_ENDING.matcher(other).matches()
                    : other.length() == 1 && Character.isUpperCase(first);
        }
        return switch (other.toLowerCase(Locale.FRENCH)) {
            case "on" -> one.equalsIgnoreCase("l'");
            case "est-à-dire" -> one.equalsIgnoreCase("c'");
            case "'" -> SHORTENED.contains(one.toLowerCase(Locale.FRENCH)) && isFollowed(apart, i);
            case "tit", "tits", "tite", "tites" -> one.equalsIgnoreCase("p'");
            case "-vous" -> one.equalsIgnoreCase("rendez") && isAppointment(whole);
            case "°" -> one.equalsIgnoreCase("n");
            case "c", "f" -> one.equals("°");
            case "-" -> INITIALS.matcher(one).matches() && i + 1 < apart.size() && isInitial(apart.get(i + 1), word);
            default -> last == '-' && one.length() > 1 && INITIALS.matcher(one).matches();
        };
    }

    private static boolean isFollowed(List<Word> apart, int i) {
        return i + 1 < apart.size()
                && apart.get(i + 1).start() == apart.get(i).end()
                && Character.isLetter(apart.get(i + 1).form().charAt(0));
    }

    private static boolean isInitial(Word next, Word hyphen) {
        return next.start() == hyphen.end() && INITIALS.matcher(next.form()).matches();
    }

    /** "CM1", "VIH-1", "covid19" are single tokens; "de3" is two. */
    private boolean isLabel(String letters, char first) {
        return first == '-'
                || letters.equals(letters.toUpperCase(Locale.FRENCH))
                || !lexicon.knows(letters.toLowerCase(Locale.FRENCH));
    }

    /** "un rendez-vous", but not "Rendez-vous demain" nor "vous rendez-vous". */
    private static boolean isAppointment(List<Word> whole) {
        if (whole.size() < 2) {
            return false;
        }
        String before = whole.get(whole.size() - 2).form();
        return Character.isLetter(before.charAt(0)) && !before.equalsIgnoreCase("vous");
    }
}
