package org.verbacode.language;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.verbacode.language.Lexicon.Entry;

/** The dictionary form of a word whose part of speech is known. Not for several threads. */
final class Lemmatiser {
    private static final int REMEMBERED_WORDS = 60_000;
    /** Shorter words in capitals are names of units or initials. */
    private static final int SHORTEST_RESCUED = 4;
    /** Where to look for a little word that the tagger gave an unlikely part of speech. */
    private static final List<String> LIKELY_CLOSED = List.of("DET", "PRON", "ADP", "ADV", "SCONJ", "CCONJ");

    private static final Pattern OPTIONAL_ENDING = Pattern.compile("\\((?:e|s|es|e\\)\\(s)\\)$");
    private static final Pattern PLURAL = Pattern.compile("(?U)[\\p{L}-]{3,}[^\\Wsuiaoà]s");
    private static final List<String> INFLECTIONS = List.of("es", "e", "s", "");

    private final ClosedClass closed;
    private final Lexicon lexicon;
    private final Map<String, Map<String, String>> remembered = new HashMap<>();
    private int size;

    Lemmatiser(ClosedClass closed, Lexicon lexicon) {
        this.closed = closed;
        this.lexicon = lexicon;
    }

    String lemma(String form, String upos) {
        Map<String, String> lemmas = remembered.computeIfAbsent(upos, any -> new HashMap<>());
        String known = lemmas.get(form);
        if (known != null) {
            return known;
        }
        if (size >= REMEMBERED_WORDS) {
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
            return properNoun(form, lower);
        }
        String whole = OPTIONAL_ENDING.matcher(lower).replaceFirst("");
        Entry best = best(whole, upos);
        if (best == null) {
            return unknown(whole, upos);
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

    private Optional<String> anyClosed(String lower) {
        return LIKELY_CLOSED.stream()
                .map(upos -> closed.lemma(lower, upos))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** As written, unless the dictionary knows the word and knows no name like it: "les Finances". */
    private String properNoun(String form, String lower) {
        if (form.equals(lower) || hasProperNoun(form)) {
            return form;
        }
        String whole = OPTIONAL_ENDING.matcher(lower).replaceFirst("");
        if (whole.length() < SHORTEST_RESCUED) {
            return form;
        }
        for (String upos : List.of("NOUN", "ADJ")) {
            Entry entry = fitting(lexicon.entries(whole), whole, upos);
            if (entry != null) {
                return lemma(whole, upos);
            }
        }
        return form;
    }

    private boolean hasProperNoun(String form) {
        return lexicon.entries(form).stream().anyMatch(entry -> entry.category() == 'Z');
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

    /** The dictionary's best reading of a form as that part of speech, or null. */
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
     * All readings of a form bear the form's own frequency, so the lemma decides: for a verb the commoner infinitive
     * ("faut" is falloir, not faillir), for a noun the one that is its own singular ("commune" is not "commun").
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

    /** A participle used as an adjective or a noun: "unies" is "uni". */
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

    /** The guidelines keep a noun's gender: "actrices" is "actrice", not "acteur". */
    private static String feminine(Entry entry, String lower) {
        if (entry.features().endsWith(" f s")) {
            return lower;
        }
        return entry.features().endsWith(" f p") && lower.endsWith("s")
                ? lower.substring(0, lower.length() - 1)
                : entry.lemma();
    }

    /** The spelling before 1990, which the guidelines' treebanks keep: "naître". */
    private static String traditional(String infinitive) {
        if (infinitive.endsWith("aitre") || infinitive.endsWith("oitre")) {
            return infinitive.substring(0, infinitive.length() - 4) + "ître";
        }
        return infinitive;
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

    private static boolean fits(Entry entry, String upos) {
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
