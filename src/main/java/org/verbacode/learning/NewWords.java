package org.verbacode.learning;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.Token;
import org.verbacode.learning.features.Lexemes;

/**
 * Out-of-vocabulary rate of new answers against earlier ones. Words are content words (nouns, verbs, adjectives,
 * adverbs, names, numbers), compared by lemma without accents.
 *
 * @param words number of content words in the new answers
 * @param unknown number of these whose lemma is in no earlier answer
 * @param wordsBefore number of content words in the earlier answers
 * @param aloneBefore number of these whose lemma is in no other earlier answer: the baseline if nothing changed
 * @param frequent the unknown lemmas, most frequent first
 */
public record NewWords(int words, int unknown, int wordsBefore, int aloneBefore, List<Word> frequent) {
    /**
     * One new lemma.
     *
     * @param written its most frequent form in the new answers, with its accents
     * @param count number of its occurrences in the new answers, in any form
     */
    public record Word(String lemma, String written, int count) {
        private static Word of(String lemma, Map<String, Integer> forms) {
            String written = lemma;
            int most = 0;
            int count = 0;
            for (Map.Entry<String, Integer> form : forms.entrySet()) {
                count += form.getValue();
                if (form.getValue() > most) {
                    most = form.getValue();
                    written = form.getKey();
                }
            }
            return new Word(lemma, written, count);
        }
    }

    public NewWords {
        frequent = List.copyOf(frequent);
    }

    /** @param most number of unknown lemmas listed at most */
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
        Map<String, Map<String, Integer>> unknown = new TreeMap<>();
        int words = 0;
        for (AnalysedAnswer answer : now) {
            for (Lexemes.Lexeme lexeme : contents(answer)) {
                words++;
                if (!known.containsKey(lexeme.lemma())) {
                    unknown.computeIfAbsent(lexeme.lemma(), unused -> new TreeMap<>())
                            .merge(written(answer, lexeme), 1, Integer::sum);
                }
            }
        }
        List<Word> named = unknown.entrySet().stream()
                .map(entry -> Word.of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Word::count).reversed())
                .toList();
        return new NewWords(
                words,
                named.stream().mapToInt(Word::count).sum(),
                wordsBefore,
                aloneBefore,
                named.stream().limit(most).toList());
    }

    /** The content lemmas of an answer in their order. */
    static List<String> lemmas(AnalysedAnswer answer) {
        return contents(answer).stream().map(Lexemes.Lexeme::lemma).toList();
    }

    private static List<Lexemes.Lexeme> contents(AnalysedAnswer answer) {
        return Lexemes.of(answer).stream().filter(Lexemes.Lexeme::content).toList();
    }

    /** The form to display: lower case at the beginning of a sentence, unless it is a proper noun. */
    private static String written(AnalysedAnswer answer, Lexemes.Lexeme lexeme) {
        Token token = answer.tokens().get(lexeme.token());
        return token.upos().equals("PROPN") ? Lexemes.cut(token.form()) : lexeme.form();
    }
}
