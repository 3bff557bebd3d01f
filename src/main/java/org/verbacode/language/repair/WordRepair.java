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
 * Corrects the spelling of words: abbreviations, missing apostrophes, repeated letters, capitals, missing accents and
 * typos. Words of the survey's lexicon are not corrected. Not for several threads.
 */
public final class WordRepair {
    /** Letters of a word that is corrected at least: short words have too many neighbours. */
    static final int MIN_MISSPELLED_LENGTH = 4;
    /** Words whose correction is cached. */
    private static final int CACHED_WORDS = 20_000;
    /** Letters of initials at most; a longer word in capitals is a word. */
    private static final int MAX_INITIALS_LENGTH = 5;
    /** Frequency class from which a single word in capitals is read as emphasis. */
    private static final char COMMON_FREQUENCY = 'K';

    private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");
    private final Lexicon lexicon;
    private final ClosedClass closed;
    private final SurveyLexicon survey;
    private final LanguageIdentifier languages;
    private final GluedWords glued;
    private final AccentRestoration accents;
    private final WritingStyle style;
    private final ContextRepair context;
    private final TypoCorrector typos;
    private final Map<String, List<String>> remembered = new HashMap<>();
    private final Map<String, List<String>> abbreviations = new HashMap<>();

    public WordRepair(Lexicon lexicon, ClosedClass closed, SurveyLexicon survey) {
        this.lexicon = lexicon;
        this.closed = closed;
        this.survey = survey;
        this.languages = new LanguageIdentifier(lexicon);
        this.glued = new GluedWords(lexicon);
        AccentVariants variants = new AccentVariants();
        this.accents = new AccentRestoration(lexicon, closed, variants);
        this.style = new WritingStyle(lexicon, variants);
        this.context = new ContextRepair(lexicon, variants);
        this.typos = new TypoCorrector(lexicon, survey);
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

    /** Corrects the words of an answer; a word may become several that share its span. */
    public List<Word> repair(List<Word> words) {
        boolean shouting = WritingStyle.isInCapitals(words);
        boolean bare = style.lacksAccents(words);
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

    /** Corrects pre-tokenised words one for one. */
    public List<Word> repairEach(List<Word> words) {
        boolean shouting = WritingStyle.isInCapitals(words);
        boolean bare = style.lacksAccents(words);
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
        if (!WritingStyle.isWord(form)) {
            return List.of(form);
        }
        String key = (shouting ? "S" : bare ? "B" : "-") + form;
        List<String> known = remembered.get(key);
        if (known == null) {
            if (remembered.size() >= CACHED_WORDS) {
                remembered.clear();
            }
            known = find(form, shouting, bare);
            remembered.put(key, known);
        }
        return known;
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
            String accented = accents.restoreCapitalised(form, lower, bare);
            if (!accented.equals(form)) {
                return List.of(accented);
            }
        }
        String accented = capitalised ? lower : accents.restore(lower, bare || shouting);
        if (lexicon.knows(accented) || closed.knows(accented) || survey.knows(accented)) {
            return List.of(capitalised ? AccentRestoration.capitalise(accented) : accented);
        }
        if (lower.indexOf('\'') >= 0 || lower.indexOf('-') >= 0) {
            return List.of(capitals || (bare && !capitalised) ? accents.restoreParts(lower) : form);
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
        if ((capitals && lower.length() <= MAX_INITIALS_LENGTH) || languages.isForeign(lower)) {
            return List.of(capitals ? lower : form);
        }
        String corrected = typos.corrected(lower);
        return List.of(corrected.equals(lower) && !capitals ? form : corrected);
    }

    /**
     * Whether a spelling is habitual and not a typo: shortened, lengthened or run together ("tjrs", "merciii",
     * "cest"). However frequent it is, it is no word of the survey.
     */
    public boolean isHabit(String lower) {
        return abbreviations.containsKey(lower)
                || !shortened(lower).isEmpty()
                || !elided(lower, false).isEmpty();
    }

    private List<String> elided(String lower, boolean capitalised) {
        return glued.apart(lower, capitalised, rest -> accents.restore(rest, true));
    }

    /**
     * The most frequent of "trop" and "troop" for "troooop", "beaucoup" for "bcppp"; empty if no letter is repeated
     * three times.
     */
    private List<String> shortened(String lower) {
        Matcher drawnOut = DRAWN_OUT.matcher(lower);
        if (!drawnOut.find()) {
            return List.of();
        }
        List<String> best = List.of();
        char bestFrequency = 0;
        for (String times : List.of("$1", "$1$1")) {
            String shorter = accents.restore(drawnOut.replaceAll(times), true);
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

    /** Words such as "aPTT" and "iPhone" are not corrected. */
    private static boolean hasInnerCapital(String form) {
        for (int i = 1; i < form.length(); i++) {
            if (Character.isUpperCase(form.charAt(i)) && Character.isLetter(form.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** A single word in capitals for emphasis: "TRÈS utile". */
    private boolean isEmphasis(String lower) {
        return lower.length() >= MIN_MISSPELLED_LENGTH && frequency(lower) >= COMMON_FREQUENCY;
    }

    private char frequency(String form) {
        return lexicon.frequency(form);
    }
}
