package org.verbacode.language.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.verbacode.language.lemma.Lexicon;
import org.verbacode.language.lemma.Lexicon.Entry;

/** A sentence with its tags during correction; outside of it all words are empty. */
final class TaggedSentence {
    private final List<Word> words;
    private final List<String> lower;
    private final List<String> tags;
    private final Lexicon lexicon;

    TaggedSentence(List<Word> words, List<String> tags, Lexicon lexicon) {
        this.words = words;
        this.tags = new ArrayList<>(tags);
        this.lexicon = lexicon;
        this.lower = new ArrayList<>(words.size());
        for (Word word : words) {
            lower.add(word.form().toLowerCase(Locale.FRENCH).replace('’', '\''));
        }
    }

    int size() {
        return words.size();
    }

    List<String> tags() {
        return tags;
    }

    String tag(int i) {
        return i >= 0 && i < tags.size() ? tags.get(i) : "";
    }

    boolean is(int i, String tag) {
        return tag(i).equals(tag);
    }

    void set(int i, String tag) {
        tags.set(i, tag);
    }

    String form(int i) {
        return words.get(i).form();
    }

    /** The word in lower case, with a plain apostrophe. */
    String lower(int i) {
        return i >= 0 && i < lower.size() ? lower.get(i) : "";
    }

    /** The dictionary entries of the word, capitals ignored. */
    List<Entry> entries(int i) {
        return lexicon.entries(lower(i));
    }

    /** Whether the dictionary has such an entry of the word. */
    boolean may(int i, Predicate<Entry> reading) {
        for (Entry entry : entries(i)) {
            if (reading.test(entry)) {
                return true;
            }
        }
        return false;
    }

    boolean mayBe(int i, char category) {
        return may(i, entry -> entry.category() == category);
    }

    /** Index of the nearest preceding word that is no adverb. */
    int beforeAdverbs(int i) {
        int at = i - 1;
        while (at > 0 && at > i - 4 && is(at, "ADV")) {
            at--;
        }
        return at;
    }

    /** Whether two words have the same span, as "de" and "le" in "du". */
    boolean sharePlace(int i, int j) {
        return i >= 0
                && j < words.size()
                && words.get(i).start() == words.get(j).start();
    }
}
