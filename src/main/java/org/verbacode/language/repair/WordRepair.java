package org.verbacode.language.repair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verbacode.language.SurveyLexicon;
import org.verbacode.language.lemma.ClosedClass;
import org.verbacode.language.lemma.LanguageTables;
import org.verbacode.language.lemma.Lexicon;
import org.verbacode.language.words.LanguageIdentifier;
import org.verbacode.language.words.Tokeniser;
import org.verbacode.language.words.Word;

/**
 * Repairs the spelling of words: abbreviations, missing apostrophes, letters drawn out, capitals, missing accents and
 * single slips. Words the survey itself uses are left alone. Not for several threads.
 */
public final class WordRepair {
    /** How many frequency letters an accented word must be ahead of the word as written. */
    private static final int ACCENT_LEAD = 3;

    static final int SHORTEST_MISSPELLED = 4;
    private static final int REMEMBERED_WORDS = 20_000;
    private static final int LONGEST_INITIALS = 5;
    private static final char COMMON = 'K';
    private static final char USUAL = 'F';
    private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");
    private final Lexicon lexicon;
    private final ClosedClass closed;
    private final SurveyLexicon survey;
    private final LanguageIdentifier tongues;
    private final GluedWords glued;
    private final AccentVariants accents = new AccentVariants();
    private final ContextRepair context;
    private final TypoCorrector slips;
    private final Map<String, List<String>> remembered = new HashMap<>();
    private final Map<String, List<String>> abbreviations = new HashMap<>();

    public WordRepair(Lexicon lexicon, ClosedClass closed, SurveyLexicon survey) {
        this.lexicon = lexicon;
        this.closed = closed;
        this.survey = survey;
        this.tongues = new LanguageIdentifier(lexicon);
        this.glued = new GluedWords(lexicon);
        this.context = new ContextRepair(lexicon, accents);
        this.slips = new TypoCorrector(lexicon, survey);
        for (String[] row : LanguageTables.rows("abbreviations.tsv")) {
            abbreviations.put(row[0], List.of(row[1].split(" ", -1)));
        }
        Tokeniser tokeniser = new Tokeniser(lexicon);
        survey.abbreviations()
                .forEach((form, reading) -> abbreviations.put(
                        form,
                        tokeniser.words(TextRepair.repair(reading)).stream()
                                .map(Word::form)
                                .toList()));
    }

    /** The words of an answer with their spelling repaired; a word may become several that share its span. */
    public List<Word> repair(List<Word> words) {
        boolean shouting = isShouting(words);
        boolean bare = isBare(words);
        List<Word> repaired = new ArrayList<>(words.size() + 4);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            List<String> forms = forms(word.form(), shouting, bare);
            if (forms.size() == 1) {
                forms = context.repair(repaired, forms.get(0), next(words, i), bare);
            }
            for (String form : forms) {
                repaired.add(form.equals(word.form()) ? word : new Word(word.start(), word.end(), form));
            }
        }
        return repaired;
    }

    /** Words that are repaired one for one, for sentences cut by somebody else. */
    public List<Word> repairEach(List<Word> words) {
        boolean shouting = isShouting(words);
        boolean bare = isBare(words);
        List<Word> repaired = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            List<String> forms = forms(word.form(), shouting, bare);
            if (forms.size() == 1) {
                forms = context.repair(repaired, forms.get(0), next(words, i), bare);
            }
            repaired.add(forms.size() == 1 ? new Word(word.start(), word.end(), forms.get(0)) : word);
        }
        return repaired;
    }

    private static String next(List<Word> words, int i) {
        return i + 1 < words.size() ? words.get(i + 1).form() : "";
    }

    private List<String> forms(String written, boolean shouting, boolean bare) {
        // Transcripts mark a word whose beginning was not heard: "~enfin".
        String form = written.length() > 2 && written.charAt(0) == '~' ? written.substring(1) : written;
        if (!hasLetters(form)) {
            return List.of(form);
        }
        String key = (shouting ? "S" : bare ? "B" : "-") + form;
        List<String> known = remembered.get(key);
        if (known == null) {
            if (remembered.size() >= REMEMBERED_WORDS) {
                remembered.clear();
            }
            known = find(form, shouting, bare);
            remembered.put(key, known);
        }
        return known;
    }

    private static boolean hasLetters(String form) {
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            if (!Character.isLetter(c) && c != '\'' && c != '-') {
                return false;
            }
        }
        return form.length() < 60 && !form.isEmpty() && Character.isLetter(form.charAt(0));
    }

    private List<String> find(String form, boolean shouting, boolean bare) {
        String lower = form.toLowerCase(Locale.FRENCH);
        if (survey.leavesAlone(lower)) {
            return List.of(form);
        }
        boolean capitals = (form.length() > 1 || shouting) && form.equals(form.toUpperCase(Locale.FRENCH));
        List<String> full = abbreviations.get(lower);
        boolean named = !shouting && (capitals || hasInnerCapital(form));
        if (full != null && (!named || survey.abbreviations().containsKey(lower))) {
            return full;
        }
        if (!capitals && hasInnerCapital(form)) {
            return List.of(form);
        }
        if (capitals && !shouting) {
            return List.of(isEmphasis(lower) ? lower : form);
        }
        boolean capitalised = !capitals && Character.isUpperCase(form.charAt(0));
        List<String> rare = glued.insteadOfRare(lower);
        if (!rare.isEmpty()) {
            return rare;
        }
        if (capitalised && lexicon.knows(form)) {
            return List.of(form);
        }
        if (capitalised && !lexicon.knows(lower)) {
            String accented = capitalisedAccented(form, lower, bare);
            if (!accented.equals(form)) {
                return List.of(accented);
            }
        }
        String accented = capitalised ? lower : accented(lower, bare || shouting);
        if (lexicon.knows(accented) || closed.knows(accented) || survey.knows(accented)) {
            return List.of(capitalised ? capitalise(accented) : accented);
        }
        if (lower.indexOf('\'') >= 0 || lower.indexOf('-') >= 0) {
            return List.of(capitals || (bare && !capitalised) ? byParts(lower) : form);
        }
        List<String> shortened = shortened(lower);
        if (!shortened.isEmpty()) {
            return shortened;
        }
        List<String> elided = elided(lower, capitalised);
        if (!elided.isEmpty()) {
            return elided;
        }
        if (capitalised) {
            return List.of(form);
        }
        if ((capitals && lower.length() <= LONGEST_INITIALS) || tongues.isForeign(lower)) {
            return List.of(capitals ? lower : form);
        }
        String corrected = slips.corrected(lower);
        return List.of(corrected.equals(lower) && !capitals ? form : corrected);
    }

    /**
     * Whether a word is written short, long or together out of habit, and not by a slip: "tjrs", "merciii", "cest". However
     * often a survey says it, it is no word of its own.
     */
    public boolean isHabit(String lower) {
        return abbreviations.containsKey(lower)
                || !shortened(lower).isEmpty()
                || !elided(lower, false).isEmpty();
    }

    private List<String> elided(String lower, boolean capitalised) {
        return glued.apart(lower, capitalised, rest -> accented(rest, true));
    }

    /** The likeliest of "trop" and "troop" for "troooop", "beaucoup" for "bcppp"; nothing if no letter is drawn out. */
    private List<String> shortened(String lower) {
        Matcher drawnOut = DRAWN_OUT.matcher(lower);
        if (!drawnOut.find()) {
            return List.of();
        }
        List<String> best = List.of();
        char bestFrequency = 0;
        for (String times : List.of("$1", "$1$1")) {
            String shorter = accented(drawnOut.replaceAll(times), true);
            if (abbreviations.containsKey(shorter)) {
                return abbreviations.getOrDefault(shorter, List.of());
            }
            if (frequency(shorter) > bestFrequency) {
                best = List.of(shorter);
                bestFrequency = frequency(shorter);
            }
        }
        return best;
    }

    /** "aPTT" and "iPhone" are written as they are meant. */
    private static boolean hasInnerCapital(String form) {
        for (int i = 1; i < form.length(); i++) {
            if (Character.isUpperCase(form.charAt(i)) && Character.isLetter(form.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** One word in capitals among others: "TRÈS utile". */
    private boolean isEmphasis(String lower) {
        return lower.length() >= SHORTEST_MISSPELLED && frequency(lower) >= COMMON;
    }

    /** The accented word, if the word as written is unknown or, in a text without any accent, much rarer. */
    private String accented(String lower, boolean bare) {
        char written = frequency(lower);
        boolean may = written == 0 ? lower.length() > 1 : bare && lower.length() > 2;
        if (!may || !isAscii(lower) || closed.knows(lower)) {
            return lower;
        }
        String best = lower;
        char bestFrequency = written;
        for (String variant : accents.variants(lower)) {
            char frequency = frequency(variant);
            if (frequency > bestFrequency) {
                best = variant;
                bestFrequency = frequency;
            }
        }
        boolean ahead = bestFrequency - written >= ACCENT_LEAD || isReformed(best, lower);
        return written == 0 || ahead ? best : lower;
    }

    /** "entrainer" for "entraîner": the reform of 1990 left the circumflex of i and u to the writer. */
    private static boolean isReformed(String accented, String written) {
        return accented.replace('î', 'i').replace('û', 'u').equals(written);
    }

    /** "pre-menopausique": what is joined by a hyphen is accented part by part. */
    private String byParts(String lower) {
        StringBuilder whole = new StringBuilder(lower.length());
        for (String part : lower.split("(?<=-)", -1)) {
            boolean joined = part.endsWith("-");
            String word = joined ? part.substring(0, part.length() - 1) : part;
            String accented = lexicon.knows(word) ? word : accented(word, true);
            whole.append(lexicon.knows(accented) ? accented : word).append(joined ? "-" : "");
        }
        return whole.toString();
    }

    /** "Etat" is État; but a name is left as it is. */
    private String capitalisedAccented(String form, String lower, boolean bare) {
        String accented = accented(lower, bare);
        boolean likely = accented.charAt(0) != lower.charAt(0) || bare;
        boolean certain = bare && lexicon.entries(accented).stream().allMatch(entry -> entry.category() != 'Z');
        return likely && (certain || frequency(accented) >= USUAL) ? capitalise(accented) : form;
    }

    private char frequency(String form) {
        return lexicon.frequency(form);
    }

    private static String capitalise(String word) {
        return word.substring(0, 1).toUpperCase(Locale.FRENCH) + word.substring(1);
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** Most letters are capitals, and there are enough of them to tell. */
    private static boolean isShouting(List<Word> words) {
        int upper = 0;
        int lower = 0;
        for (Word word : words) {
            for (int i = 0; i < word.form().length(); i++) {
                char c = word.form().charAt(i);
                upper += Character.isUpperCase(c) ? 1 : 0;
                lower += Character.isLowerCase(c) ? 1 : 0;
            }
        }
        return upper >= SHORTEST_MISSPELLED && upper > 3 * lower;
    }

    /** No accent anywhere, and at least one word that cannot do without. */
    private boolean isBare(List<Word> words) {
        boolean missing = false;
        for (Word word : words) {
            String form = word.form();
            if (!isAscii(form)) {
                for (int i = 0; i < form.length(); i++) {
                    if (form.charAt(i) >= 128 && Character.isLetter(form.charAt(i))) {
                        return false;
                    }
                }
            } else if (!missing && form.length() > 2 && hasLetters(form)) {
                String lower = form.toLowerCase(Locale.FRENCH);
                missing = !lexicon.knows(lower) && !accents.variants(lower).isEmpty();
            }
        }
        return missing;
    }
}
