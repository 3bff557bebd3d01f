package org.verbacode.language.words;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.verbacode.language.AnswerLanguage;
import org.verbacode.language.lemma.LanguageTables;
import org.verbacode.language.lemma.Lexicon;

/** Identifies the language of an answer by function words; French unless another is clearly more likely. */
public final class LanguageIdentifier {
    private static final int LONGEST_READ = 400;
    private static final int SHORT = 2;

    private static final Set<AnswerLanguage> ONLY_FRENCH = Set.of(AnswerLanguage.FRENCH);

    private final Map<String, Set<AnswerLanguage>> words = new HashMap<>();

    private final Lexicon lexicon;

    public LanguageIdentifier(Lexicon lexicon) {
        this.lexicon = lexicon;
        for (String[] row : LanguageTables.rows("language-profiles.tsv")) {
            for (String word : row[1].split(" ", -1)) {
                words.computeIfAbsent(word, any -> new TreeSet<>()).add(AnswerLanguage.valueOf(row[0]));
            }
        }
    }

    /** Whether a word belongs to another language and not to French, so that it must not be corrected as French. */
    public boolean isForeign(String lower) {
        Set<AnswerLanguage> tongues = words.getOrDefault(lower, Set.of());
        return !tongues.isEmpty() && !tongues.contains(AnswerLanguage.FRENCH) && !lexicon.knows(lower);
    }

    public AnswerLanguage of(List<Word> answer) {
        Map<AnswerLanguage, Integer> counts = new EnumMap<>(AnswerLanguage.class);
        int letters = 0;
        int known = 0;
        int french = 0;
        boolean inDictionary = false;
        for (Word word : answer.subList(0, Math.min(answer.size(), LONGEST_READ))) {
            if (Character.isLetter(word.form().charAt(0))) {
                letters++;
                Set<AnswerLanguage> tongues = words.getOrDefault(word.form().toLowerCase(Locale.ROOT), Set.of());
                known += tongues.isEmpty() ? 0 : 1;
                inDictionary |= lexicon.knows(word.form().toLowerCase(Locale.ROOT));
                tongues.forEach(tongue -> counts.merge(tongue, 1, Integer::sum));
                french += tongues.equals(ONLY_FRENCH) ? 1 : 0;
            }
        }
        AnswerLanguage best = AnswerLanguage.FRENCH;
        int most = 0;
        for (AnswerLanguage tongue : List.of(AnswerLanguage.ENGLISH, AnswerLanguage.DUTCH)) {
            int count = counts.getOrDefault(tongue, 0);
            if (count > most) {
                best = tongue;
                most = count;
            }
        }
        // Words that several languages share ("te", "on") do not count as French when the others are many.
        boolean own = most > counts.getOrDefault(AnswerLanguage.FRENCH, 0);
        boolean enough = most >= 2 && own && most > 2 * french && 4 * known >= letters;
        // "Niets", "Heel nuttig": with so few words, all must be outside the French dictionary.
        boolean short_ = letters <= SHORT && most > 0 && !inDictionary;
        return enough || short_ ? best : AnswerLanguage.FRENCH;
    }
}
