package org.verbacode.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.verbacode.language.lemma.ClosedClass;
import org.verbacode.language.lemma.Lemmatiser;
import org.verbacode.language.lemma.Lexicon;
import org.verbacode.language.repair.TextRepair;
import org.verbacode.language.repair.WordRepair;
import org.verbacode.language.words.LanguageIdentifier;
import org.verbacode.language.words.PolarityMarker;
import org.verbacode.language.words.SentenceSplitter;
import org.verbacode.language.words.TagCorrections;
import org.verbacode.language.words.Tagger;
import org.verbacode.language.words.Tokeniser;
import org.verbacode.language.words.Word;

/**
 * The linguistic analysis of informal French: spelling correction, tokenisation, part-of-speech tagging and
 * lemmatisation, with character offsets into the text as written.
 *
 * <p>Creating one is cheap: tagger and dictionary are loaded with the first text. For any number of threads; what is
 * not thread-safe is kept per thread, and results do not depend on the thread.
 */
public final class FrenchAnalyser {
    private static final String VERSION = "fr-6";

    private final SurveyLexicon survey;
    private final ThreadLocal<Reading> readings;

    /** An analyser without a lexicon of the survey. */
    public FrenchAnalyser() {
        this(SurveyLexicon.EMPTY);
    }

    /** An analyser with a survey's lexicon. */
    public FrenchAnalyser(SurveyLexicon survey) {
        this.survey = survey;
        this.readings = ThreadLocal.withInitial(() -> new Reading(survey));
    }

    /** The lexicon of the survey. */
    public SurveyLexicon survey() {
        return survey;
    }

    /** The version of the analysis; cached results of another version are out of date. */
    public String version() {
        return survey.equals(SurveyLexicon.EMPTY) ? VERSION : VERSION + "-" + survey.version();
    }

    /** Whether the dictionary or the survey's lexicon has a word in this spelling, capitals aside. */
    public boolean knows(String word) {
        String lower = word.toLowerCase(Locale.FRENCH);
        return survey.knows(lower) || readings.get().lexicon.knows(lower);
    }

    /** Analyses a text of any length in linear time. An empty text has no tokens. */
    public AnalysedAnswer analyse(String text) {
        return readings.get().analyse(text);
    }

    /**
     * Analyses pre-tokenised words as one sentence. The text of the result is the words joined by spaces; every word
     * gives one token, and contractions are not split.
     */
    public AnalysedAnswer analyseWords(List<String> forms) {
        return readings.get().analyseWords(forms);
    }

    /** The components of one thread. */
    private static final class Reading {
        private final Lexicon lexicon = new Lexicon();
        private final Tokeniser tokeniser = new Tokeniser(lexicon);
        private final Tagger tagger = new Tagger(lexicon);
        private final ClosedClass closed = new ClosedClass();
        private final WordRepair repair;
        private final TagCorrections corrections = new TagCorrections(lexicon, closed);
        private final Lemmatiser lemmatiser = new Lemmatiser(closed, lexicon);
        private final LanguageIdentifier languages = new LanguageIdentifier(lexicon);

        Reading(SurveyLexicon survey) {
            this.repair = new WordRepair(lexicon, closed, survey);
        }

        AnalysedAnswer analyseWords(List<String> forms) {
            List<Word> words = new ArrayList<>(forms.size());
            int start = 0;
            for (String form : forms) {
                words.add(new Word(start, start + form.length(), form));
                start += form.length() + 1;
            }
            List<Token> tokens = new ArrayList<>(words.size());
            read(repair.repairEach(words), tokens);
            return new AnalysedAnswer(String.join(" ", forms), tokens);
        }

        AnalysedAnswer analyse(String text) {
            List<Word> written = tokeniser.words(TextRepair.repair(text));
            AnswerLanguage language = languages.of(written);
            List<Word> words = language == AnswerLanguage.FRENCH ? repair.repair(written) : written;
            List<Token> tokens = new ArrayList<>(words.size() + 8);
            List<Integer> sentences = new ArrayList<>();
            List<Integer> starts = SentenceSplitter.starts(text, words);
            for (int i = 0; i < starts.size(); i++) {
                int end = i + 1 < starts.size() ? starts.get(i + 1) : words.size();
                List<Word> sentence = tagger.open(words.subList(starts.get(i), end));
                sentences.add(tokens.size());
                read(sentence, tokens);
            }
            return new AnalysedAnswer(text, tokens, sentences, repairs(text, words), language);
        }

        private void read(List<Word> sentence, List<Token> tokens) {
            List<String> tags = corrections.correct(sentence, tagger.tags(sentence));
            List<String> lemmas = new ArrayList<>(sentence.size());
            for (int j = 0; j < sentence.size(); j++) {
                lemmas.add(lemmatiser.lemma(sentence.get(j).form(), tags.get(j)));
            }
            List<Polarity> polarities = PolarityMarker.of(sentence, tags, lemmas);
            for (int j = 0; j < sentence.size(); j++) {
                Word word = sentence.get(j);
                tokens.add(new Token(
                        word.start(), word.end(), word.form(), tags.get(j), lemmas.get(j), polarities.get(j)));
            }
        }

        /** The corrections: words whose form differs from the text in more than capitals and kinds of apostrophe. */
        private static List<Repair> repairs(String text, List<Word> words) {
            List<Repair> repairs = new ArrayList<>();
            for (int i = 0; i < words.size(); i++) {
                Word word = words.get(i);
                StringBuilder read = new StringBuilder(word.form());
                while (i + 1 < words.size() && words.get(i + 1).start() == word.start()) {
                    i++;
                    read.append(read.charAt(read.length() - 1) == '\'' ? "" : " ")
                            .append(words.get(i).form());
                }
                int length = word.end() - word.start();
                if (read.length() != length || !text.regionMatches(true, word.start(), read.toString(), 0, length)) {
                    String from = text.substring(word.start(), word.end());
                    if (!TextRepair.repair(from).text().equalsIgnoreCase(read.toString()) || isInclusive(from)) {
                        repairs.add(new Repair(word.start(), word.end(), from, read.toString()));
                    }
                }
            }
            return repairs;
        }

        private static boolean isInclusive(String from) {
            return from.chars().anyMatch(c -> c == '(' || c == '.' || c == '·' || c == '•' || c == '-');
        }
    }
}
