package org.verbacode.language.words;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.verbacode.language.lemma.ClosedClass;
import org.verbacode.language.lemma.Lemmatiser;
import org.verbacode.language.lemma.Lexicon;
import org.verbacode.language.lemma.Lexicon.Entry;

/** Corrects systematic errors of the tagger that contradict the dictionary or the neighbouring words. */
public final class TagCorrections {
    private static final Set<String> CONTENT = Set.of("NOUN", "VERB", "ADJ");
    private static final Set<String> CLOSED = Set.of("ADP", "DET", "PRON", "SCONJ", "CCONJ", "AUX", "PART");
    private static final Map<Character, String> TAGS = Map.of('N', "NOUN", 'V', "VERB", 'J', "ADJ", 'A', "ADV");
    private static final Set<String> IN_NAMES = Set.of("PROPN", "X", "AUX", "VERB");

    private final Lexicon lexicon;
    private final ClosedClass closed;

    public TagCorrections(Lexicon lexicon, ClosedClass closed) {
        this.lexicon = lexicon;
        this.closed = closed;
    }

    /** The parts of speech of a sentence, corrected. */
    public List<String> correct(List<Word> words, List<String> tags) {
        TaggedSentence sentence = new TaggedSentence(words, tags, lexicon);
        for (int i = 0; i < sentence.size(); i++) {
            word(sentence, i);
            ContentWordTags.correct(sentence, i);
        }
        for (int i = sentence.size() - 1; i >= 0; i--) {
            FunctionWordTags.correct(sentence, i);
        }
        return sentence.tags();
    }

    /** Corrections that depend on the word alone. */
    private void word(TaggedSentence sentence, int i) {
        String form = sentence.form(i);
        String tag = sentence.tag(i);
        if (!Character.isLetterOrDigit(form.charAt(0)) && Tokeniser.isSmiley(form)) {
            sentence.set(i, "SYM");
        } else if (isPicture(form)) {
            sentence.set(i, "SYM");
        } else if (tag.equals("PUNCT") && Character.isLetter(form.charAt(0))) {
            sentence.set(i, "NOUN");
        } else if (isStop(form)) {
            sentence.set(i, "PUNCT");
        } else if (isLittle(sentence, i)) {
            sentence.set(
                    i,
                    ClosedClass.TAGS.stream()
                            .filter(any -> closed.lemma(sentence.lower(i), any).isPresent())
                            .findFirst()
                            .orElse(tag));
        } else if (closed.lemma(form, "INTJ").isPresent()) {
            sentence.set(i, "INTJ");
        } else if (form.endsWith("~") && form.length() > 1) {
            sentence.set(i, "X");
        } else if (CONTENT.contains(tag)) {
            onlyReading(form, sentence, i);
        } else if (tag.equals("PROPN")) {
            commonNoun(form, sentence, i);
        } else if (CLOSED.contains(tag)) {
            closedClass(sentence, i, tag);
        }
    }

    /** Whether it is an emoji. */
    private static boolean isPicture(String form) {
        int type = Character.getType(form.codePointAt(0));
        return form.charAt(0) > 0x2000 && (type == Character.OTHER_SYMBOL || type == Character.MODIFIER_SYMBOL);
    }

    private static boolean isStop(String form) {
        return form.chars().allMatch(c -> ".!?…,;:•·”“«»\"".indexOf(c) >= 0);
    }

    /** A function word that begins a sentence and is no name ("Ni"), or that can only be a pronoun ("iels"). */
    private boolean isLittle(TaggedSentence sentence, int i) {
        String lower = sentence.lower(i);
        if (!closed.knows(lower) || lower.length() < 2) {
            return false;
        }
        boolean name =
                i == 0 && sentence.is(i, "PROPN") && !lexicon.isName(sentence.form(i)) && !isCapitals(sentence.form(i));
        boolean pronoun = CONTENT.contains(sentence.tag(i))
                && sentence.mayBe(i, 'R')
                && !sentence.may(i, entry -> entry.category() != 'R');
        return name || pronoun;
    }

    private static boolean isCapitals(String form) {
        return Character.isUpperCase(form.charAt(form.length() - 1));
    }

    /** Words with a single possible tag: "niveler" can only be a verb. */
    private void onlyReading(String form, TaggedSentence sentence, int i) {
        if (!Character.isLowerCase(form.charAt(0))) {
            return;
        }
        List<Entry> entries = lexicon.entries(form);
        if (entries.isEmpty()) {
            return;
        }
        char only = entries.get(0).category();
        boolean finite = only == 'V';
        for (Entry entry : entries) {
            if (entry.category() != only) {
                return;
            }
            finite &= !entry.features().contains(" ppa");
        }
        if (finite && !sentence.is(i, "VERB")) {
            sentence.set(i, "VERB");
        } else if (only == 'N' && sentence.is(i, "VERB")) {
            sentence.set(i, "NOUN");
        }
    }

    /** The plural of a common noun tagged as a name: "les Finances". */
    private void commonNoun(String form, TaggedSentence sentence, int i) {
        if (!Character.isUpperCase(form.charAt(0)) || form.length() < Lemmatiser.MIN_COMMON_NOUN_LENGTH) {
            return;
        }
        String lower = Lemmatiser.withoutOptionalEnding(sentence.lower(i));
        boolean optional = lower.length() < form.length();
        boolean shouted = Character.isUpperCase(form.charAt(1));
        boolean plural = optional || (lower.endsWith("s") && !lexicon.isName(form));
        if (plural && (shouted || !IN_NAMES.contains(sentence.tag(i - 1)))) {
            String common = "";
            for (Entry entry : lexicon.entries(lower)) {
                boolean noun = entry.category() == 'N';
                if (noun || (entry.category() == 'J' && common.isEmpty())) {
                    common = noun ? "NOUN" : "ADJ";
                }
            }
            if (!common.isEmpty()) {
                sentence.set(i, common);
            }
        }
    }

    /** A closed-class tag on a word of another class: "alla" is no pronoun. */
    private void closedClass(TaggedSentence sentence, int i, String tag) {
        String lower = sentence.lower(i);
        if (closed.knows(lower)) {
            if (lower.startsWith("-") && closed.lemma(lower, "PRON").isPresent()) {
                sentence.set(i, "PRON");
            }
            return;
        }
        List<Entry> entries = sentence.entries(i);
        for (Entry entry : entries) {
            if (Lemmatiser.fits(entry, tag)) {
                return;
            }
        }
        if (!entries.isEmpty()) {
            sentence.set(i, TAGS.getOrDefault(entries.get(0).category(), tag));
        }
    }
}
