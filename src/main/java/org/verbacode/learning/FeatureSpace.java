package org.verbacode.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.Folding;
import org.verbacode.learning.Lexemes.Lexeme;

/**
 * Turns texts into features by what is known of a survey without its codes: which features occur in how many answers,
 * and what its words mean.
 * The direction is what the mean vectors of all answers have in common; it is taken away from each.
 */
final class FeatureSpace {
    final Vocabulary lemmas;
    final Vocabulary content;
    final Vocabulary characters;
    final Meanings meanings;
    final double[] direction;

    FeatureSpace(Vocabulary lemmas, Vocabulary content, Vocabulary characters, Meanings meanings, double[] direction) {
        this.lemmas = lemmas;
        this.content = content;
        this.characters = characters;
        this.meanings = meanings;
        this.direction = direction.clone();
    }

    /** Where in a text one feature occurs once. */
    record Occurrence(int id, int firstToken, int lastToken) {}

    /** A text's features, each with its places. */
    record Traced(List<Occurrence> lemmas, List<Occurrence> content, List<Occurrence> characters) {}

    /**
     * Learns the space.
     *
     * @param texts the survey's answers, and one full text a code
     * @param parts of codebook texts whose words must be known, but which do not count as texts
     */
    static FeatureSpace of(List<AnalysedAnswer> texts, List<AnalysedAnswer> parts, Meanings.Source source) {
        Vocabulary.Count lemmas = new Vocabulary.Count();
        Vocabulary.Count content = new Vocabulary.Count();
        Vocabulary.Count characters = new Vocabulary.Count();
        Map<String, Map<String, Integer>> forms = new LinkedHashMap<>();
        List<AnalysedAnswer> all = new ArrayList<>(texts);
        all.addAll(parts);
        for (int i = 0; i < all.size(); i++) {
            boolean counts = i < texts.size();
            List<Lexeme> lexemes = Lexemes.of(all.get(i));
            List<String> pairs = new ArrayList<>();
            Lexemes.pairs(lexemes, (feature, first, last) -> pairs.add(feature));
            lemmas.add(pairs, counts);
            content.add(
                    lexemes.stream().filter(Lexeme::content).map(Lexeme::lemma).toList(), counts);
            characters.add(
                    lexemes.stream()
                            .flatMap(lexeme -> Lexemes.characters(lexeme.form()).stream())
                            .toList(),
                    counts);
            for (Lexeme lexeme : lexemes) {
                if (lexeme.content()) {
                    forms.computeIfAbsent(lexeme.lemma(), unused -> new TreeMap<>())
                            .merge(lexeme.form(), 1, Integer::sum);
                }
            }
        }
        Vocabulary contentWords = content.vocabulary(0, true);
        FeatureSpace space = new FeatureSpace(
                lemmas.vocabulary(0, true),
                contentWords,
                characters.vocabulary(2, false),
                source.of(contentWords, forms),
                new double[Meanings.DIMENSIONS]);
        double[][] means = texts.stream()
                .map(text -> space.meaning(space.contentRow(Lexemes.of(text))))
                .toArray(double[][]::new);
        return new FeatureSpace(
                space.lemmas, space.content, space.characters, space.meanings, Meanings.principal(means)[0]);
    }

    /**
     * The same with some words forgotten.
     *
     * @param words without accents or capitals
     */
    FeatureSpace without(Set<String> words) {
        return new FeatureSpace(
                lemmas.without(feature -> Arrays.stream(feature.split(" ", -1)).anyMatch(words::contains)),
                content.without(words::contains),
                characters.without(sequence -> {
                    String plain = Folding.fold(sequence);
                    return words.stream().anyMatch(plain::contains);
                }),
                meanings,
                direction);
    }

    Features features(AnalysedAnswer text) {
        Traced traced = trace(text);
        SparseRow contentRow = row(traced.content(), content);
        return new Features(
                row(traced.lemmas(), lemmas),
                contentRow,
                row(traced.characters(), characters),
                meanings.softLength(contentRow),
                meaning(contentRow));
    }

    /** Every feature of a text where it occurs; features of no number are not in the vocabulary. */
    Traced trace(AnalysedAnswer text) {
        List<Lexeme> lexemes = Lexemes.of(text);
        List<Occurrence> pairs = new ArrayList<>();
        Lexemes.pairs(lexemes, (feature, first, last) -> pairs.add(new Occurrence(lemmas.id(feature), first, last)));
        List<Occurrence> words = new ArrayList<>();
        List<Occurrence> sequences = new ArrayList<>();
        for (Lexeme lexeme : lexemes) {
            if (lexeme.content()) {
                words.add(new Occurrence(content.id(lexeme.lemma()), lexeme.token(), lexeme.token()));
            }
            for (String sequence : Lexemes.characters(lexeme.form())) {
                sequences.add(new Occurrence(characters.id(sequence), lexeme.token(), lexeme.token()));
            }
        }
        return new Traced(pairs, words, sequences);
    }

    private SparseRow contentRow(List<Lexeme> lexemes) {
        return SparseRow.weighted(
                lexemes.stream()
                        .filter(Lexeme::content)
                        .mapToInt(lexeme -> content.id(lexeme.lemma()))
                        .toArray(),
                content);
    }

    private static SparseRow row(List<Occurrence> occurrences, Vocabulary vocabulary) {
        return SparseRow.weighted(occurrences.stream().mapToInt(Occurrence::id).toArray(), vocabulary);
    }

    /** The mean of the words' vectors, weighted as they are in the row; of length 1, or zero if no word has a vector. */
    private double[] meaning(SparseRow row) {
        return Meanings.unit(sum(row));
    }

    private double[] sum(SparseRow row) {
        double[] sum = new double[Meanings.DIMENSIONS];
        for (int i = 0; i < row.ids.length; i++) {
            addMeaning(sum, row.ids[i], row.values[i]);
        }
        return Meanings.without(sum, direction);
    }

    /** The length of a text's mean vector before it was made 1: with it, the mean is a sum over words. */
    double meaningLength(SparseRow row) {
        double[] sum = sum(row);
        return Math.sqrt(Meanings.dot(sum, sum));
    }

    private void addMeaning(double[] sum, int lemma, double weight) {
        float[] meaning = meanings.meanings[lemma];
        if (meaning != null) {
            for (int d = 0; d < sum.length; d++) {
                sum[d] += weight * meaning[d];
            }
        }
    }

    /** What one lemma of weight 1 adds to the mean before its length is made 1. */
    double[] meaningOf(int lemma) {
        double[] sum = new double[Meanings.DIMENSIONS];
        addMeaning(sum, lemma, 1);
        return Meanings.without(sum, direction);
    }
}
