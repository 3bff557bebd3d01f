package org.verbacode.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.verbacode.language.Lexicon.Entry;

/** Sets right what the tagger gets wrong again and again, where the dictionary or the next word contradicts it. */
final class Corrections {
    private static final Set<String> ARTICLES = Set.of("le", "la", "les", "l'");
    private static final Set<String> CONTENT = Set.of("NOUN", "VERB", "ADJ");

    private final Lexicon lexicon;

    Corrections(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The parts of speech of a sentence, corrected. */
    List<String> correct(List<Word> sentence, List<String> tags) {
        List<String> corrected = new ArrayList<>(tags);
        for (int i = sentence.size() - 1; i >= 0; i--) {
            String form = sentence.get(i).form();
            if (!Character.isLetterOrDigit(form.charAt(0)) && Tokeniser.isSmiley(form)) {
                corrected.set(i, "SYM");
            }
            if (CONTENT.contains(corrected.get(i))) {
                onlyReading(form, corrected, i);
            }
            if (form.length() <= 10) {
                littleWord(form.toLowerCase(Locale.FRENCH).replace('’', '\''), sentence, corrected, i);
            }
        }
        return corrected;
    }

    /** "niveler" can only be a verb. */
    private void onlyReading(String form, List<String> tags, int i) {
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
        if (finite && !tags.get(i).equals("VERB")) {
            tags.set(i, "VERB");
        } else if (only == 'N' && tags.get(i).equals("VERB")) {
            tags.set(i, "NOUN");
        }
    }

    private static void littleWord(String lower, List<Word> sentence, List<String> tags, int i) {
        String tag = tags.get(i);
        String next = i + 1 < tags.size() ? tags.get(i + 1) : "";
        String nextForm = i + 1 < tags.size() ? sentence.get(i + 1).form() : "";
        String before = i > 0 ? tags.get(i - 1) : "";
        if (ARTICLES.contains(lower) && tag.equals("DET")) {
            boolean pronoun =
                    next.equals("VERB") || next.equals("AUX") || nextForm.equals("y") || nextForm.equals("en");
            if (pronoun && !endsContraction(sentence, i)) {
                tags.set(i, "PRON");
            }
        } else if (lower.equals("s'") && tag.equals("PRON") && (nextForm.equals("il") || nextForm.equals("ils"))) {
            tags.set(i, "SCONJ");
        } else if (lower.equals("devant") && tag.equals("ADP") && next.equals("VERB") && nextForm.endsWith("r")) {
            tags.set(i, "VERB");
        } else if ((lower.equals("de") || lower.equals("d'"))
                && tag.equals("ADP")
                && !endsContraction(sentence, i + 1)) {
            boolean plural = nextForm.endsWith("s") || nextForm.endsWith("x");
            boolean noun = i + 2 < tags.size() && tags.get(i + 2).equals("NOUN");
            if (plural && noun && next.equals("ADJ") && before.equals("VERB")) {
                tags.set(i, "DET");
            }
        }
    }

    /** Whether the word is the second part of "du", "au", "des" or "aux": always an article. */
    private static boolean endsContraction(List<Word> sentence, int i) {
        return i > 0
                && i < sentence.size()
                && sentence.get(i).start() == sentence.get(i - 1).start();
    }
}
