package org.verbacode.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.verbacode.language.ConlluSentence.ConlluWord;
import org.verbacode.language.lemma.Lexicon;

/** Evaluates the analyser on a treebank: on its words or on its text, with or without artificial spelling mistakes. */
public final class LemmaEvaluation {
    private final FrenchAnalyser analyser;
    private final Lexicon lexicon = new Lexicon();
    private final Optional<SpellingNoise> noise;
    private final long seed;

    /** @param noise mistakes made in the treebank's words first, the same for the same seed */
    public LemmaEvaluation(FrenchAnalyser analyser, Optional<SpellingNoise> noise, long seed) {
        this.analyser = analyser;
        this.noise = noise;
        this.seed = seed;
    }

    /** Analyses the treebank's own words. */
    public LemmaScore onWords(List<ConlluSentence> treebank) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LemmaScore> scores = new ArrayList<>();
        for (ConlluSentence sentence : treebank) {
            List<String> forms = sentence.words().stream()
                    .map(word -> noisy(word.form(), random))
                    .toList();
            List<Token> tokens = analyser.analyseWords(forms).tokens();
            Map<Integer, Token> pairs = new HashMap<>();
            for (int i = 0; i < tokens.size(); i++) {
                pairs.put(i, tokens.get(i));
            }
            scores.add(score(sentence.words(), pairs, tokens.size()));
        }
        return LemmaScore.sum(scores);
    }

    /**
     * Analyses the treebank's text. A token is aligned with the treebank's word at the same offsets, within a
     * contraction with the one of the same form or position.
     */
    public LemmaScore onText(List<ConlluSentence> treebank) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LemmaScore> scores = new ArrayList<>();
        for (ConlluSentence sentence : treebank) {
            StringBuilder text = new StringBuilder();
            List<int[]> spans = new ArrayList<>();
            String written = sentence.text();
            int read = 0;
            for (ConlluWord word : sentence.words()) {
                if (word.part() > 0) {
                    spans.add(spans.get(spans.size() - 1));
                    continue;
                }
                int at = written.indexOf(word.surface(), read);
                if (at < 0) {
                    throw new IllegalArgumentException("the words of a sentence are not those of its text: " + written);
                }
                text.append(written, read, at);
                int start = text.length();
                text.append(noisy(word.surface(), random));
                spans.add(new int[] {start, text.length()});
                read = at + word.surface().length();
            }
            List<Token> tokens = analyser.analyse(text.toString()).tokens();
            scores.add(score(sentence.words(), align(sentence.words(), spans, tokens), tokens.size()));
        }
        return LemmaScore.sum(scores);
    }

    private String noisy(String word, SplittableRandom random) {
        return noise.isPresent() ? noise.get().on(word, random) : word;
    }

    private static Map<Integer, Token> align(List<ConlluWord> words, List<int[]> spans, List<Token> tokens) {
        Map<Long, List<Token>> bySpan = new HashMap<>();
        for (Token token : tokens) {
            bySpan.computeIfAbsent(key(token.start(), token.end()), span -> new ArrayList<>())
                    .add(token);
        }
        Map<Integer, Token> pairs = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            List<Token> here = bySpan.getOrDefault(key(spans.get(i)[0], spans.get(i)[1]), List.of());
            int part = words.get(i).part();
            if (part < here.size()) {
                pairs.put(i, here.get(part));
            }
        }
        return pairs;
    }

    private static long key(int start, int end) {
        return ((long) start << 32) | end;
    }

    private LemmaScore score(List<ConlluWord> words, Map<Integer, Token> pairs, int found) {
        long upos = 0;
        long lemmas = 0;
        long content = 0;
        long contentLemmas = 0;
        long unknown = 0;
        long unknownLemmas = 0;
        for (int i = 0; i < words.size(); i++) {
            ConlluWord word = words.get(i);
            Token token = pairs.get(i);
            boolean rightLemma = token != null && LemmaScore.sameLemma(word.lemma(), token.lemma());
            upos += token != null && word.upos().equals(token.upos()) ? 1 : 0;
            lemmas += rightLemma ? 1 : 0;
            if (LemmaScore.isContent(word.upos())) {
                content++;
                contentLemmas += rightLemma ? 1 : 0;
            }
            if (isUnknown(word.form())) {
                unknown++;
                unknownLemmas += rightLemma ? 1 : 0;
            }
        }
        return new LemmaScore(words.size(), found, upos, lemmas, content, contentLemmas, unknown, unknownLemmas);
    }

    private boolean isUnknown(String form) {
        return form.chars().allMatch(Character::isLetter)
                && !lexicon.knows(form)
                && !lexicon.knows(form.toLowerCase(Locale.FRENCH));
    }
}
