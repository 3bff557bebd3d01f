package org.verbacode.language;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Accuracy of tags and lemmas on a treebank.
 *
 * @param tokens number of words of the treebank
 * @param found number of tokens of the analyser; the same on the treebank's own words
 * @param upos number of words with the right part of speech
 * @param lemmas number of words with the right lemma, capitals ignored
 * @param content number of nouns, verbs, adjectives and adverbs of the treebank
 * @param contentLemmas number of these with the right lemma
 * @param unknown number of alphabetic words outside the dictionary
 * @param unknownLemmas number of these with the right lemma
 */
public record LemmaScore(
        long tokens,
        long found,
        long upos,
        long lemmas,
        long content,
        long contentLemmas,
        long unknown,
        long unknownLemmas) {
    private static final Set<String> CONTENT = Set.of("NOUN", "VERB", "ADJ", "ADV");

    /** Share of words with the right part of speech; F1 if the analyser tokenised the text. */
    public double uposAccuracy() {
        return f1(upos);
    }

    /** Share of words with the right lemma; F1 if the analyser tokenised the text. */
    public double lemmaAccuracy() {
        return f1(lemmas);
    }

    /** Share of nouns, verbs, adjectives and adverbs with the right lemma. */
    public double contentLemmaAccuracy() {
        return content == 0 ? 0 : (double) contentLemmas / content;
    }

    /** Share of words outside the dictionary with the right lemma. */
    public double unknownLemmaAccuracy() {
        return unknown == 0 ? 0 : (double) unknownLemmas / unknown;
    }

    private double f1(long right) {
        return tokens + found == 0 ? 0 : 2.0 * right / (tokens + found);
    }

    static boolean isContent(String upos) {
        return CONTENT.contains(upos);
    }

    /** "_" in a treebank means that the word has no lemma to compare with. */
    static boolean sameLemma(String gold, String found) {
        return gold.equals("_") || gold.toLowerCase(Locale.FRENCH).equals(found.toLowerCase(Locale.FRENCH));
    }

    static LemmaScore sum(List<LemmaScore> scores) {
        return scores.stream().reduce(new LemmaScore(0, 0, 0, 0, 0, 0, 0, 0), LemmaScore::plus);
    }

    private LemmaScore plus(LemmaScore other) {
        return new LemmaScore(
                tokens + other.tokens,
                found + other.found,
                upos + other.upos,
                lemmas + other.lemmas,
                content + other.content,
                contentLemmas + other.contentLemmas,
                unknown + other.unknown,
                unknownLemmas + other.unknownLemmas);
    }
}
