package org.verbacode.language.words;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.verbacode.language.lemma.Lexicon;
import org.verbacode.language.lemma.Lexicon.Entry;

/**
 * Distinguishes the partitive article "du" of "avoir du mal" and "passer du temps" from the contraction of "parler du
 * mentor". Not for several threads.
 */
final class Partitives {
    /** Prepositions after which no other preposition follows. */
    private static final Set<String> PREPOSITIONS = Set.of("avec", "dans", "sur", "par", "pour", "sans");
    /** Verbs that often take a partitive object and seldom a complement with "de". */
    private static final Set<String> VERBS = Set.of(
            "avoir",
            "faire",
            "mettre",
            "donner",
            "redonner",
            "prendre",
            "boire",
            "manger",
            "acheter",
            "vendre",
            "apporter",
            "amener",
            "ramener",
            "ajouter",
            "rajouter",
            "trouver",
            "vouloir",
            "falloir",
            "demander",
            "offrir",
            "contenir",
            "administrer",
            "produire");

    private static final Set<String> ADVERBS = Set.of("pas", "aussi", "bien", "plus", "toujours", "encore", "euh");

    private final Lexicon lexicon;

    Partitives(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    boolean isPartitive(List<Word> sentence, int i) {
        if (!sentence.get(i).form().equalsIgnoreCase("du")) {
            return false;
        }
        int before = i - 1;
        while (before > 0 && ADVERBS.contains(lower(sentence, before))) {
            before--;
        }
        String form = lower(sentence, before);
        if (PREPOSITIONS.contains(form)
                || (form.equals("est") && lower(sentence, before - 1).equals("c'"))) {
            return true;
        }
        boolean time = lower(sentence, i + 1).equals("temps");
        boolean takesSome = false;
        for (Entry entry : lexicon.entries(form)) {
            if (entry.category() == 'N') {
                return false;
            }
            takesSome |= entry.category() == 'V' && (time || VERBS.contains(entry.lemma()));
        }
        return takesSome;
    }

    private static String lower(List<Word> sentence, int i) {
        return i < 0 || i >= sentence.size() ? "" : sentence.get(i).form().toLowerCase(Locale.FRENCH);
    }
}
