package org.verbacode.language.lemma;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.verbacode.language.lemma.Lexicon.Entry;

/**
 * Lemmatises words of known part of speech: closed-class table, dictionary, then rules for compounds and unknown
 * words. Not for several threads.
 */
public final class Lemmatiser {
    /** Words whose lemma is cached. */
    private static final int CACHED_WORDS = 60_000;
    /** Shorter words in capitals are units or initials, not common nouns. */
    public static final int MIN_COMMON_NOUN_LENGTH = 4;

    private static final int MIN_PART_LENGTH = 3;

    private static final Pattern OPTIONAL_ENDING = Pattern.compile("\\((?:e|s|es|e\\)\\(s)\\)$");
    private static final Pattern PLURAL = Pattern.compile("(?U)[\\p{L}-]{3,}[^\\Wsuiaoà]s");
    private static final List<String> INFLECTIONS = List.of("es", "e", "s", "");

    private final ClosedClass closed;
    private final Lexicon lexicon;
    private final Map<String, Map<String, String>> remembered = new HashMap<>();
    private int size;

    public Lemmatiser(ClosedClass closed, Lexicon lexicon) {
        this.closed = closed;
        this.lexicon = lexicon;
    }

    public String lemma(String form, String upos) {
        Map<String, String> lemmas = remembered.computeIfAbsent(upos, any -> new HashMap<>());
        String known = lemmas.get(form);
        if (known != null) {
            return known;
        }
        if (size >= CACHED_WORDS) {
            remembered.clear();
            size = 0;
            lemmas = remembered.computeIfAbsent(upos, any -> new HashMap<>());
        }
        String lemma = find(form, upos);
        lemmas.put(form, lemma);
        size++;
        return lemma;
    }

    private String find(String form, String upos) {
        String lower = form.toLowerCase(Locale.FRENCH).replace('’', '\'');
        String fixed = closed.lemma(lower, upos).orElse(null);
        if (fixed != null) {
            return fixed;
        }
        if (upos.equals("PUNCT") || upos.equals("SYM")) {
            return lower;
        }
        if (upos.equals("PART") || upos.equals("X") || upos.equals("PROPN")) {
            Optional<String> little = lower.endsWith("'") || upos.equals("PART") ? anyClosed(lower) : Optional.empty();
            if (little.isPresent()) {
                return little.get();
            }
        }
        if (upos.equals("PROPN")) {
            return form;
        }
        String whole = withoutOptionalEnding(lower);
        Entry best = best(whole, upos);
        if (best == null) {
            int hyphen = whole.lastIndexOf('-');
            return hyphen > 0 ? compound(whole, hyphen, upos) : unknown(whole, upos);
        }
        if (upos.equals("NOUN") && isUnit(best, whole)) {
            return whole;
        }
        int joint = whole.lastIndexOf('-');
        if (joint > 0 && best.features().endsWith(" p") && best.lemma().equals(whole)) {
            return compound(whole, joint, upos);
        }
        if (upos.equals("NOUN") && best.category() == 'N') {
            return feminine(best, whole);
        }
        if (upos.equals("ADJ") || upos.equals("NOUN")) {
            return lexicon.isInfinitive(best.lemma()) && !best.lemma().equals(whole)
                    ? masculineSingular(whole, best.lemma())
                    : best.lemma();
        }
        return upos.equals("VERB") || upos.equals("AUX") ? traditional(best.lemma()) : best.lemma();
    }

    /** "mise(s)" is "mise". */
    public static String withoutOptionalEnding(String lower) {
        return lower.endsWith(")") ? OPTIONAL_ENDING.matcher(lower).replaceFirst("") : lower;
    }

    private Optional<String> anyClosed(String lower) {
        return ClosedClass.TAGS.stream()
                .map(upos -> closed.lemma(lower, upos))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private @Nullable Entry best(String lower, String upos) {
        List<Entry> entries = lexicon.entries(lower);
        Entry best = fitting(entries, lower, upos);
        if (best != null || entries.isEmpty() || !isContent(upos)) {
            return best;
        }
        for (String other : List.of("VERB", "ADJ", "NOUN", "ADV")) {
            boolean participle = upos.equals("VERB") && other.equals("ADJ");
            Entry entry = fitting(entries, lower, other);
            if (entry != null && (!participle || lexicon.isInfinitive(entry.lemma()))) {
                return entry;
            }
        }
        return entries.get(0);
    }

    /** The best dictionary entry of a form with that part of speech, or null. */
    private @Nullable Entry fitting(List<Entry> entries, String lower, String upos) {
        Entry best = null;
        for (Entry entry : entries) {
            if (fits(entry, upos) && (best == null || isBetter(entry, best, lower, upos))) {
                best = entry;
            }
        }
        return best;
    }

    /**
     * Whether an entry is preferred to another. All entries of a form have the form's frequency, so the lemma
     * decides: for a verb the more frequent infinitive ("faut" is falloir, not faillir), for a noun the one that is
     * its own singular ("commune" is not "commun").
     */
    private boolean isBetter(Entry entry, Entry best, String lower, String upos) {
        if (entry.lemma().equals(best.lemma())) {
            return false;
        }
        return switch (upos) {
            case "VERB", "AUX" -> lexicon.frequency(entry.lemma()) > lexicon.frequency(best.lemma());
            case "NOUN" -> sharedStart(entry.lemma(), lower) > sharedStart(best.lemma(), lower);
            case "ADJ" -> lexicon.isInfinitive(best.lemma()) && !lexicon.isInfinitive(entry.lemma());
            default -> entry.frequency() > best.frequency();
        };
    }

    private static int sharedStart(String lemma, String form) {
        int i = 0;
        while (i < lemma.length() && i < form.length() && lemma.charAt(i) == form.charAt(i)) {
            i++;
        }
        return i;
    }

    /** The masculine singular of a participle used as an adjective or a noun: "unies" is "uni". */
    private String masculineSingular(String lower, String infinitive) {
        for (String ending : INFLECTIONS) {
            if (lower.endsWith(ending)) {
                String stem = lower.substring(0, lower.length() - ending.length());
                for (Entry entry : lexicon.entries(stem)) {
                    if (entry.lemma().equals(infinitive) && entry.isMasculineSingular()) {
                        return stem;
                    }
                }
            }
        }
        return infinitive;
    }

    /** Nouns keep their gender: "actrices" is "actrice", not "acteur". */
    private static String feminine(Entry entry, String lower) {
        if (entry.features().endsWith(" f s")) {
            return lower;
        }
        return entry.features().endsWith(" f p") && lower.endsWith("s")
                ? lower.substring(0, lower.length() - 1)
                : entry.lemma();
    }

    /** The spelling before the reform of 1990, which the treebanks keep: "naître". */
    private static String traditional(String infinitive) {
        if (infinitive.endsWith("aitre") || infinitive.endsWith("oitre")) {
            return infinitive.substring(0, infinitive.length() - 4) + "ître";
        }
        return infinitive;
    }

    /**
     * The lemma of a hyphenated word outside the dictionary: the last part is lemmatised ("semi-commerciales"), and
     * so is a plural before it ("beaux-frères"); an invariable last part follows the inflected one
     * ("années-lumière").
     */
    private String compound(String whole, int hyphen, String upos) {
        if (!isContent(upos) || hyphen + 1 == whole.length()) {
            return unknown(whole, upos);
        }
        String first = whole.substring(0, hyphen);
        String last = whole.substring(hyphen + 1);
        return head(first, upos) + "-"
                + (fitting(lexicon.entries(last), last, upos) == null ? unknown(last, upos) : lemma(last, upos));
    }

    private String head(String first, String upos) {
        boolean plural = first.length() > MIN_PART_LENGTH && (first.endsWith("s") || first.endsWith("x"));
        if (plural && (upos.equals("NOUN") || upos.equals("ADJ")) && !closed.knows(first)) {
            for (String part : List.of("NOUN", "ADJ")) {
                if (fitting(lexicon.entries(first), first, part) != null) {
                    return lemma(first, part);
                }
            }
        }
        return first;
    }

    /** The dictionary lists prefixes of units: "m" for "nm", and "lm" for "hlm". */
    private static boolean isUnit(Entry entry, String whole) {
        return entry.features().endsWith(" sp")
                && entry.lemma().length() < whole.length()
                && whole.endsWith(entry.lemma());
    }

    private static String unknown(String lower, String upos) {
        boolean noun = upos.equals("NOUN") || upos.equals("ADJ");
        return noun && PLURAL.matcher(lower).matches() ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static boolean isContent(String upos) {
        return switch (upos) {
            case "NOUN", "VERB", "ADJ", "ADV", "AUX" -> true;
            default -> false;
        };
    }

    public static boolean fits(Entry entry, String upos) {
        return switch (upos) {
            case "NOUN" -> entry.category() == 'N';
            case "ADJ" -> entry.category() == 'J';
            case "VERB" -> entry.category() == 'V';
            case "AUX" -> entry.category() == 'V' && isAuxiliary(entry.lemma());
            case "ADV" -> entry.category() == 'A';
            case "ADP" -> entry.category() == 'P';
            case "DET" -> entry.category() == 'D';
            case "PRON" -> entry.category() == 'R';
            case "NUM" -> entry.category() == 'K' || entry.category() == 'D';
            case "CCONJ", "SCONJ" -> entry.category() == 'C';
            case "INTJ" -> entry.category() == 'I';
            default -> false;
        };
    }

    private static boolean isAuxiliary(String lemma) {
        return lemma.equals("être") || lemma.equals("avoir") || lemma.equals("faire");
    }
}
