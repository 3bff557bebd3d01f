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
    /** Words of an answer that are looked at. */
    private static final int MAX_WORDS = 400;
    /** Answers of so many words are identified by the dictionary as well. */
    private static final int SHORT_ANSWER_WORDS = 2;

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
        Set<AnswerLanguage> languages = words.getOrDefault(lower, Set.of());
        return !languages.isEmpty() && !languages.contains(AnswerLanguage.FRENCH) && !lexicon.knows(lower);
    }

    public AnswerLanguage of(List<Word> answer) {
        Map<AnswerLanguage, Integer> counts = new EnumMap<>(AnswerLanguage.class);
        int letters = 0;
        int known = 0;
        int french = 0;
        boolean inDictionary = false;
        for (Word word : answer.subList(0, Math.min(answer.size(), MAX_WORDS))) {
            if (Character.isLetter(word.form().charAt(0))) {
                letters++;
                Set<AnswerLanguage> languages = words.getOrDefault(word.form().toLowerCase(Locale.ROOT), Set.of());
                known += languages.isEmpty() ? 0 : 1;
                inDictionary |= lexicon.knows(word.form().toLowerCase(Locale.ROOT));
                languages.forEach(language -> counts.merge(language, 1, Integer::sum));
                french += languages.equals(ONLY_FRENCH) ? 1 : 0;
            }
        }
        AnswerLanguage best = AnswerLanguage.FRENCH;
        int most = 0;
        for (AnswerLanguage language : List.of(AnswerLanguage.ENGLISH, AnswerLanguage.DUTCH)) {
            int count = counts.getOrDefault(language, 0);
            if (count > most) {
                best = language;
                most = count;
            }
        }
        // Words that several languages share ("te", "on") do not count as French when the others are many.
        boolean own = most > counts.getOrDefault(AnswerLanguage.FRENCH, 0);
        boolean enough = most >= 2 && own && most > 2 * french && 4 * known >= letters;
        // "Niets", "Heel nuttig": with so few words, all must be outside the French dictionary.
        boolean isShort = letters <= SHORT_ANSWER_WORDS && most > 0 && !inDictionary;
        return enough || isShort ? best : AnswerLanguage.FRENCH;
    }
}
