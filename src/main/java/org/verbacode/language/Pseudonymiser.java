package org.verbacode.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.verbacode.language.Identity.Kind;
import org.verbacode.language.identities.IdentityPatterns;
import org.verbacode.language.identities.NamedEntities;
import org.verbacode.language.lemma.ClosedClass;
import org.verbacode.language.lemma.Lexicon;
import org.verbacode.language.repair.AccentVariants;
import org.verbacode.language.repair.WordRepair;
import org.verbacode.language.words.AlignedText;
import org.verbacode.language.words.LanguageIdentifier;
import org.verbacode.language.words.SentenceSplitter;
import org.verbacode.language.words.Tokeniser;
import org.verbacode.language.words.Word;

/**
 * Finds identifying spans in answers (names, places, addresses, numbers) and masks them so that the answer stays
 * readable. A name has the same mask in all texts masked by one pseudonymiser, so that one is needed per study. Not
 * for several threads.
 */
public final class Pseudonymiser {
    private static final Set<String> TITLES = Set.of(
            "m.",
            "mr",
            "mr.",
            "mme",
            "mme.",
            "mlle",
            "monsieur",
            "madame",
            "mademoiselle",
            "professeur",
            "professeure",
            "prof",
            "docteur",
            "dr",
            "dr.");
    /** Words that look like names but do not identify a person. */
    private static final Set<String> HARMLESS = Set.of(
            "jai",
            "cest",
            "ca",
            "ça",
            "mentor",
            "mentore",
            "mentors",
            "mentores",
            "mentorat",
            "parrain",
            "marraine",
            "parrainage",
            "tuteur",
            "tutrice",
            "tutorat",
            "coach",
            "prof",
            "profs",
            "professeur",
            "professeure",
            "référent",
            "référente",
            "binôme",
            "teams",
            "zoom",
            "whatsapp",
            "facebook",
            "messenger",
            "instagram",
            "discord",
            "moodle",
            "google",
            "gmail",
            "excel",
            "word",
            "powerpoint",
            "erasmus",
            "internet",
            "covid",
            "français",
            "noël",
            "pâques",
            "dieu",
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
            "lundi",
            "mardi",
            "mercredi",
            "jeudi",
            "vendredi",
            "samedi",
            "dimanche");

    private static final Set<String> PREPOSITIONS =
            Set.of("à", "a", "de", "vers", "près", "en", "sur", "depuis", "d'", "pour");
    private static final int MIN_NAME_LENGTH = 2;
    private static final int MAX_INITIALS_LENGTH = 4;

    private final Lexicon lexicon = new Lexicon();
    private final Tokeniser tokeniser = new Tokeniser(lexicon);
    private final LanguageIdentifier languages = new LanguageIdentifier(lexicon);
    private final AccentVariants accents = new AccentVariants();
    private final WordRepair repair = new WordRepair(lexicon, new ClosedClass(), SurveyLexicon.EMPTY);
    private final Map<Kind, Map<String, Integer>> numbers = new LinkedHashMap<>();
    private final Map<Kind, Integer> used;

    public Pseudonymiser() {
        this(Map.of());
    }

    /** @param used the highest number of each mask that is already in use */
    public Pseudonymiser(Map<Kind, Integer> used) {
        this.used = Map.copyOf(used);
    }

    /** The identifying spans by start, without overlaps. Each is a proposal that a person confirms. */
    public List<Identity> find(String text) {
        List<Identity> found = new ArrayList<>(IdentityPatterns.find(text));
        List<Word> words = tokeniser.words(new AlignedText(text));
        List<Integer> starts = SentenceSplitter.starts(text, words);
        for (int i = 0; i < starts.size(); i++) {
            List<Word> sentence =
                    words.subList(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : words.size());
            names(text, sentence, found);
        }
        found.sort(Comparator.comparingInt(Identity::start));
        return List.copyOf(found);
    }

    private void names(String text, List<Word> sentence, List<Identity> found) {
        List<String> labels = NamedEntities.of(sentence);
        boolean person = false;
        for (int i = 0; i < sentence.size(); i++) {
            Word word = sentence.get(i);
            String form = word.form();
            String before = i > 0 ? lower(sentence.get(i - 1).form()) : "";
            boolean titled = TITLES.contains(before);
            if (isNameWithoutCapital(form, titled)) {
                add(text, word, kindWithoutCapital(form, titled), found);
                person = true;
                continue;
            }
            if (!isNameLike(form) || (i == 0 && languages.isForeign(lower(form)))) {
                person = false;
                continue;
            }
            boolean listed = hasProperNoun(form);
            boolean common = !listed && lexicon.knows(lower(form));
            boolean first = isFirstName(form) && !(i == 0 && lexicon.knows(lower(form)));
            boolean placed = listed && !first && !titled && !person && PREPOSITIONS.contains(before);
            String label = labels.get(i);
            if (placed || (label.endsWith("LOC") && !common && !titled && !first)) {
                add(text, word, Kind.PLACE, found);
                person = false;
            } else if (titled || first || (label.endsWith("PER") && !(common && i == 0))) {
                add(text, word, titled || person ? Kind.LAST_NAME : Kind.FIRST_NAME, found);
                person = true;
            } else {
                boolean organisation = label.endsWith("ORG") && !common && form.length() > MAX_INITIALS_LENGTH;
                if (organisation || (listed && i > 0)) {
                    add(text, word, organisation ? Kind.ORGANISATION : person ? Kind.LAST_NAME : Kind.PLACE, found);
                }
                person = false;
            }
        }
    }

    /**
     * Whether a lower-case or upper-case word is a name: it is no French word, but a first name, a place, or it
     * follows a title.
     */
    private boolean isNameWithoutCapital(String form, boolean titled) {
        boolean written = form.equals(lower(form)) || (form.length() > MAX_INITIALS_LENGTH && isShouted(form));
        if (!written || form.length() <= MIN_NAME_LENGTH || !isWord(form)) {
            return false;
        }
        String lower = lower(form);
        return !lexicon.knows(lower)
                && !HARMLESS.contains(lower)
                && !TITLES.contains(lower)
                && !languages.isForeign(lower)
                && !repair.isHabit(lower)
                && accents.variants(lower).isEmpty()
                && (titled || hasProperNoun(capitalised(lower)));
    }

    private Kind kindWithoutCapital(String form, boolean titled) {
        return titled ? Kind.LAST_NAME : isFirstName(capitalised(lower(form))) ? Kind.FIRST_NAME : Kind.PLACE;
    }

    private static boolean isShouted(String form) {
        return form.equals(form.toUpperCase(Locale.FRENCH));
    }

    private static String lower(String form) {
        return form.toLowerCase(Locale.FRENCH);
    }

    private static String capitalised(String lower) {
        return lower.substring(0, 1).toUpperCase(Locale.FRENCH) + lower.substring(1);
    }

    private static boolean isWord(String form) {
        return form.chars().allMatch(c -> Character.isLetter(c) || c == '-' || c == '\'' || c == '’');
    }

    private static boolean isNameLike(String form) {
        return form.length() >= MIN_NAME_LENGTH
                && isCapitalised(form)
                && isWord(form)
                && !HARMLESS.contains(lower(form))
                && !TITLES.contains(lower(form));
    }

    private static boolean isCapitalised(String form) {
        return Character.isUpperCase(form.charAt(0));
    }

    /** The dictionary gives a gender to first names, but not to places and family names. */
    private boolean isFirstName(String form) {
        for (Lexicon.Entry entry : lexicon.entries(form)) {
            if (entry.category() == 'Z'
                    && (entry.features().endsWith(" m sp") || entry.features().endsWith(" f sp"))) {
                return true;
            }
        }
        return false;
    }

    private boolean hasProperNoun(String form) {
        return lexicon.entries(form).stream().anyMatch(entry -> entry.category() == 'Z');
    }

    private static void add(String text, Word word, Kind kind, List<Identity> found) {
        Identity identity = new Identity(word.start(), word.end(), kind, text.substring(word.start(), word.end()));
        if (found.stream().noneMatch(other -> IdentityPatterns.overlaps(other, identity))) {
            found.add(identity);
        }
    }

    /**
     * The text with the identities masked: [PRÉNOM] for the first name that this pseudonymiser meets, [PRÉNOM 2] for
     * the second; capitals and accents are ignored.
     */
    public String mask(String text, List<Identity> identities) {
        StringBuilder masked = new StringBuilder();
        int done = 0;
        for (Identity identity : identities.stream()
                .sorted(Comparator.comparingInt(Identity::start))
                .toList()) {
            if (identity.start() < done || !text.startsWith(identity.text(), identity.start())) {
                throw new IllegalArgumentException("an identity of another text, or two that overlap");
            }
            masked.append(text, done, identity.start()).append(maskOf(identity));
            done = identity.end();
        }
        return masked.append(text, done, text.length()).toString();
    }

    private String maskOf(Identity identity) {
        Map<String, Integer> known = numbers.computeIfAbsent(identity.kind(), any -> new LinkedHashMap<>());
        String name = Folding.fold(identity.text()).strip();
        int first = used.getOrDefault(identity.kind(), 0) + 1;
        int number = known.computeIfAbsent(name, any -> known.size() + first);
        return "[" + identity.kind().mask() + (number == 1 ? "" : " " + number) + "]";
    }
}
