package org.verbacode.language;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How many words of a treebank were given the right part of speech and lemma.
 *
 * @param tokens words of the treebank
 * @param found words the analyser made; the same number when it was given the treebank's own
 * @param upos words with the right part of speech
 * @param lemmas words with the right lemma, capitals aside
 * @param content nouns, verbs, adjectives and adverbs of the treebank
 * @param contentLemmas those with the right lemma
 * @param unknown words of letters that are not in the dictionary
 * @param unknownLemmas those with the right lemma
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

    /** Share of words with the right part of speech; F1 when the analyser cut the words itself. */
    public double uposAccuracy() {
        return f1(upos);
    }

    /** Share of words with the right lemma; F1 when the analyser cut the words itself. */
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

    /** A treebank's "_" says that the word has no lemma to compare with. */
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
