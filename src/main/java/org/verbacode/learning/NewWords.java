package org.verbacode.learning;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.verbacode.language.AnalysedAnswer;

/**
 * How much of what respondents say now is said in words that nobody used before. Words are content words (nouns, verbs,
 * adjectives, adverbs, names, numbers), compared by lemma without accents.
 *
 * @param words content words in the new answers, each as often as it stands there
 * @param unknown those of them whose lemma stands in no earlier answer
 * @param wordsBefore content words in the earlier answers
 * @param aloneBefore those of them whose lemma stands in no other earlier answer: what to expect if nothing changed
 * @param frequent the unknown lemmas, the most frequent first
 */
public record NewWords(int words, int unknown, int wordsBefore, int aloneBefore, List<Word> frequent) {
    /**
     * One lemma that is new.
     *
     * @param count how often it stands in the new answers
     */
    public record Word(String lemma, int count) {}

    public NewWords {
        frequent = List.copyOf(frequent);
    }

    /** @param most how many unknown lemmas are named */
    public static NewWords of(List<AnalysedAnswer> before, List<AnalysedAnswer> now, int most) {
        Map<String, Integer> known = new HashMap<>();
        before.forEach(answer -> Set.copyOf(lemmas(answer)).forEach(lemma -> known.merge(lemma, 1, Integer::sum)));
        int wordsBefore = 0;
        int aloneBefore = 0;
        for (AnalysedAnswer answer : before) {
            for (String lemma : lemmas(answer)) {
                wordsBefore++;
                aloneBefore += known.getOrDefault(lemma, 0) == 1 ? 1 : 0;
            }
        }
        Map<String, Integer> unknown = new TreeMap<>();
        int words = 0;
        for (AnalysedAnswer answer : now) {
            for (String lemma : lemmas(answer)) {
                words++;
                if (!known.containsKey(lemma)) {
                    unknown.merge(lemma, 1, Integer::sum);
                }
            }
        }
        return new NewWords(
                words,
                unknown.values().stream().mapToInt(Integer::intValue).sum(),
                wordsBefore,
                aloneBefore,
                unknown.entrySet().stream()
                        .map(entry -> new Word(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingInt(Word::count).reversed())
                        .limit(most)
                        .toList());
    }

    /** The content words of an answer in their order, by lemma. */
    static List<String> lemmas(AnalysedAnswer answer) {
        return Lexemes.of(answer).stream()
                .filter(Lexemes.Lexeme::content)
                .map(Lexemes.Lexeme::lemma)
                .toList();
    }
}
