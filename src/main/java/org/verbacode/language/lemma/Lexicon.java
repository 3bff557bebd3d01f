package org.verbacode.language.lemma;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

/** The dictionary of inflected French forms. Not for several threads: each has its own. */
public final class Lexicon {
    public static final String DICTIONARY = "/org/languagetool/resource/fr/french.dict";

    /** Number of cached forms; a lookup takes some microseconds. */
    private static final int CACHED_FORMS = 60_000;

    private static final class Loaded {
        static final Dictionary READ = load();

        private static Dictionary load() {
            URL place = Lexicon.class.getResource(Lexicon.DICTIONARY);
            if (place == null) {
                throw new IllegalStateException("the French dictionary is not on the class path");
            }
            try {
                return Dictionary.read(place);
            } catch (IOException e) {
                throw new UncheckedIOException("reading the French dictionary", e);
            }
        }
    }

    /**
     * One entry of a form.
     *
     * @param category first letter of the dictionary's tag: N noun, J adjective, V verb, A adverb, Z proper noun…
     * @param features the tag without its last letter
     * @param frequency the tag's last letter, a frequency class from A (rarest) to Z
     */
    public record Entry(String lemma, char category, String features, char frequency) {
        public boolean isPastParticiple() {
            return category == 'V' && features.contains("ppa");
        }

        boolean isMasculineSingular() {
            return features.endsWith(" m s") || features.endsWith(" m sp") || features.endsWith(" e sp");
        }
    }

    private final DictionaryLookup lookup = new DictionaryLookup(Loaded.READ);
    private final Map<String, List<Entry>> remembered = new HashMap<>();

    /** The dictionary itself, for traversals of its automaton. */
    public static Dictionary dictionary() {
        return Loaded.READ;
    }

    /** All entries of a form, in the dictionary's order; none if it is unknown. Capitals count. */
    public List<Entry> entries(String form) {
        List<Entry> known = remembered.get(form);
        if (known != null) {
            return known;
        }
        List<Entry> entries = new ArrayList<>();
        for (WordData reading : lookup.lookup(form)) {
            String tag = reading.getTag().toString();
            entries.add(new Entry(
                    reading.getStem().toString(),
                    tag.charAt(0),
                    tag.substring(0, tag.length() - 1).strip(),
                    tag.charAt(tag.length() - 1)));
        }
        if (remembered.size() >= CACHED_FORMS) {
            remembered.clear();
        }
        List<Entry> found = List.copyOf(entries);
        remembered.put(form, found);
        return found;
    }

    /** The frequency class of a form, from A (rarest) to Z; 0 if it is unknown. */
    public char frequency(String form) {
        char frequency = 0;
        for (Entry entry : entries(form)) {
            frequency = (char) Math.max(frequency, entry.frequency());
        }
        return frequency;
    }

    boolean isInfinitive(String form) {
        for (Entry entry : entries(form)) {
            if (entry.category() == 'V' && entry.features().contains("inf")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the dictionary has a capitalised word with its capital. */
    public boolean isName(String form) {
        for (Entry entry : entries(form)) {
            if (entry.category() == 'Z' || Character.isUpperCase(entry.lemma().charAt(0))) {
                return true;
            }
        }
        return false;
    }

    public boolean knows(String form) {
        return !entries(form).isEmpty();
    }
}
