package org.verbacode.language;

import java.util.List;
import java.util.Locale;
import org.verbacode.language.Lexicon.Entry;

/** The dictionary form of a word whose part of speech is known. Not for several threads. */
final class Lemmatiser {
    private final ClosedClass closed;
    private final Lexicon lexicon;

    Lemmatiser(ClosedClass closed, Lexicon lexicon) {
        this.closed = closed;
        this.lexicon = lexicon;
    }

    String lemma(String form, String upos) {
        String lower = form.toLowerCase(Locale.FRENCH).replace('’', '\'');
        String fixed = closed.lemma(lower, upos).orElse(null);
        if (fixed != null) {
            return fixed;
        }
        if (upos.equals("PROPN")) {
            return form;
        }
        List<Entry> entries = lexicon.entries(lower);
        Entry best = null;
        for (Entry entry : entries) {
            if (fits(entry, upos) && (best == null || entry.frequency() > best.frequency())) {
                best = entry;
            }
        }
        if (best == null && !entries.isEmpty() && isContent(upos)) {
            best = entries.get(0);
        }
        return best == null ? lower : best.lemma();
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
            case "VERB", "AUX" -> entry.category() == 'V';
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
}
