package org.verbacode.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads French as respondents write it: words, parts of speech and lemmas, with places in the text as it was written.
 *
 * <p>Making one costs nothing: the tagger and the dictionary are read when the first text comes. One analyser serves any
 * number of threads; what cannot be shared is kept once for each of them, and the same text gives the same words on all.
 */
public final class FrenchAnalyser {
    private static final String VERSION = "fr-1";

    private final ThreadLocal<Reading> readings = ThreadLocal.withInitial(Reading::new);

    /** Changes whenever the same text may be read differently; what was kept under another version is out of date. */
    public String version() {
        return VERSION;
    }

    /** Reads a text, of any length, in time proportional to it. An empty text has no words. */
    public AnalysedAnswer analyse(String text) {
        return readings.get().analyse(text);
    }

    /**
     * Reads words that were cut by somebody else, as one sentence. The text of the result is the words with a blank between
     * each; every word gives one token, contractions are not opened.
     */
    public AnalysedAnswer analyseWords(List<String> forms) {
        return readings.get().analyseWords(forms);
    }

    /** What one thread needs to read. */
    private static final class Reading {
        private final Tokeniser tokeniser = new Tokeniser();
        private final Tagger tagger = new Tagger();
        private final Lemmatiser lemmatiser = new Lemmatiser(new ClosedClass(), new Lexicon());

        AnalysedAnswer analyseWords(List<String> forms) {
            List<Word> words = new ArrayList<>(forms.size());
            int start = 0;
            for (String form : forms) {
                words.add(new Word(start, start + form.length(), form));
                start += form.length() + 1;
            }
            List<Token> tokens = new ArrayList<>(words.size());
            read(words, tokens);
            return new AnalysedAnswer(String.join(" ", forms), tokens);
        }

        private void read(List<Word> sentence, List<Token> tokens) {
            List<String> tags = tagger.tags(sentence);
            for (int j = 0; j < sentence.size(); j++) {
                Word word = sentence.get(j);
                String lemma = lemmatiser.lemma(word.form(), tags.get(j));
                tokens.add(new Token(word.start(), word.end(), word.form(), tags.get(j), lemma));
            }
        }

        AnalysedAnswer analyse(String text) {
            List<Word> words = tokeniser.words(text);
            List<Token> tokens = new ArrayList<>(words.size() + 8);
            List<Integer> sentences = new ArrayList<>();
            List<Integer> starts = Sentences.starts(text, words);
            for (int i = 0; i < starts.size(); i++) {
                int end = i + 1 < starts.size() ? starts.get(i + 1) : words.size();
                List<Word> sentence = tagger.open(words.subList(starts.get(i), end));
                sentences.add(tokens.size());
                read(sentence, tokens);
            }
            return new AnalysedAnswer(text, tokens, sentences, List.of(), Tongue.FRENCH);
        }
    }
}
