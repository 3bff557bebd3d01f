package org.verbacode.learning.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.Folding;
import org.verbacode.learning.features.Clauses.Clause;
import org.verbacode.learning.features.Lexemes.Lexeme;

/**
 * Maps texts to features by unsupervised statistics of a survey: document frequencies, word vectors and topics; no
 * codes are used. The common direction of all mean vectors is removed from each.
 */
public final class FeatureSpace {
    /** Share of the word vectors in the mean vector of a text; the topics of the survey have the rest. */
    private static final double LANGUAGE_SHARE = 0.7;
    /** Number of cached words; about ten megabytes. */
    private static final int CACHED_WORDS = 30_000;

    public final Vocabulary lemmas;
    public final Vocabulary content;
    public final Vocabulary characters;
    public final LemmaVectors meanings;
    public final double[] direction;
    /** By content lemma: one number per topic. */
    public final float[][] topics;

    private final int topicCount;
    /** Cache: the character n-grams of each word form. */
    private final Map<String, int[]> sequencesOfWords = new ConcurrentHashMap<>();

    public FeatureSpace(
            Vocabulary lemmas,
            Vocabulary content,
            Vocabulary characters,
            LemmaVectors meanings,
            double[] direction,
            float[][] topics) {
        this.lemmas = lemmas;
        this.content = content;
        this.characters = characters;
        this.meanings = meanings;
        this.direction = direction.clone();
        this.topics = topics;
        this.topicCount = topics.length == 0 ? 0 : topics[0].length;
    }

    /** One occurrence of a feature in a text. */
    public record Occurrence(int id, int firstToken, int lastToken) {}

    /** The features of a text with the tokens of each occurrence. */
    public record Traced(List<Occurrence> lemmas, List<Occurrence> content, List<Occurrence> characters) {
        /** The occurrences that lie wholly in one clause. */
        public Traced within(Clause clause) {
            return new Traced(within(lemmas, clause), within(content, clause), within(characters, clause));
        }

        private static List<Occurrence> within(List<Occurrence> occurrences, Clause clause) {
            List<Occurrence> within = new ArrayList<>(occurrences.size());
            for (Occurrence occurrence : occurrences) {
                if (occurrence.firstToken() >= clause.from() && occurrence.lastToken() < clause.to()) {
                    within.add(occurrence);
                }
            }
            return within;
        }
    }

    /**
     * Learns the space.
     *
     * @param texts the answers of the survey, and one full text per code
     * @param parts texts of the codebook that must be in the vocabulary but do not count in document frequencies
     */
    public static FeatureSpace of(List<AnalysedAnswer> texts, List<AnalysedAnswer> parts, LemmaVectors.Source source) {
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
        LemmaVectors meanings = source.of(contentWords, forms);
        List<SparseRow> rows = texts.stream()
                .map(text -> contentRow(Lexemes.of(text), contentWords))
                .toList();
        double[][] means =
                rows.stream().map(row -> LemmaVectors.unit(meanings.sum(row))).toArray(double[][]::new);
        return new FeatureSpace(
                lemmas.vocabulary(0, true),
                contentWords,
                characters.vocabulary(2, false),
                meanings,
                LemmaVectors.principal(means)[0],
                Topics.of(rows, contentWords.size()));
    }

    /** Dimension of the mean vector of a text. */
    public int meaningSize() {
        return LemmaVectors.DIMENSIONS + topicCount;
    }

    /**
     * The same without some words.
     *
     * @param words without accents or capitals
     */
    public FeatureSpace without(Set<String> words) {
        return new FeatureSpace(
                lemmas.without(feature -> Arrays.stream(feature.split(" ", -1)).anyMatch(words::contains)),
                content.without(words::contains),
                characters.without(sequence -> {
                    String plain = Folding.fold(sequence);
                    return words.stream().anyMatch(plain::contains);
                }),
                meanings,
                direction,
                topics);
    }

    /** The features of an answer and of its clauses. */
    public Features answer(AnalysedAnswer text) {
        List<Lexeme> lexemes = Lexemes.of(text);
        Traced traced = trace(lexemes);
        return features(
                traced,
                Clauses.of(text, lexemes).stream()
                        .map(clause -> features(traced.within(clause), List.of()))
                        .toList());
    }

    /** The features of a text without clauses. */
    public Features features(AnalysedAnswer text) {
        return features(trace(text), List.of());
    }

    private Features features(Traced traced, List<Features> clauses) {
        SparseRow contentRow = row(traced.content(), content);
        return new Features(
                row(traced.lemmas(), lemmas),
                contentRow,
                row(traced.characters(), characters),
                meanings.softLength(contentRow),
                meaning(contentRow),
                clauses);
    }

    /** All occurrences of features in a text; those without an index are not in the vocabulary. */
    public Traced trace(AnalysedAnswer text) {
        return trace(Lexemes.of(text));
    }

    private Traced trace(List<Lexeme> lexemes) {
        List<Occurrence> pairs = new ArrayList<>();
        Lexemes.pairs(lexemes, (feature, first, last) -> pairs.add(new Occurrence(lemmas.id(feature), first, last)));
        List<Occurrence> words = new ArrayList<>();
        List<Occurrence> sequences = new ArrayList<>();
        for (Lexeme lexeme : lexemes) {
            if (lexeme.content()) {
                words.add(new Occurrence(content.id(lexeme.lemma()), lexeme.token(), lexeme.token()));
            }
            for (int sequence : sequences(lexeme.form())) {
                sequences.add(new Occurrence(sequence, lexeme.token(), lexeme.token()));
            }
        }
        return new Traced(pairs, words, sequences);
    }

    private int[] sequences(String form) {
        int[] known = sequencesOfWords.get(form);
        if (known != null) {
            return known;
        }
        int[] sequences =
                Lexemes.characters(form).stream().mapToInt(characters::id).toArray();
        if (sequencesOfWords.size() < CACHED_WORDS) {
            sequencesOfWords.put(form, sequences);
        }
        return sequences;
    }

    private static SparseRow contentRow(List<Lexeme> lexemes, Vocabulary content) {
        return SparseRow.weighted(
                lexemes.stream()
                        .filter(Lexeme::content)
                        .mapToInt(lexeme -> content.id(lexeme.lemma()))
                        .toArray(),
                content);
    }

    private static SparseRow row(List<Occurrence> occurrences, Vocabulary vocabulary) {
        int[] ids = new int[occurrences.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = occurrences.get(i).id();
        }
        return SparseRow.weighted(ids, vocabulary);
    }

    /** The mean word vector of a text, then its topic vector, each scaled to its share. */
    private double[] meaning(SparseRow row) {
        return meaning(row, row);
    }

    /** The contribution of one lemma of weight 1 to the mean vector of a text. */
    public double[] meaningOf(int lemma, SparseRow text) {
        return meaning(new SparseRow(new int[] {lemma}, new double[] {1}), text);
    }

    /** The contribution of some words to the mean vector of a text; all of them give the whole vector. */
    private double[] meaning(SparseRow words, SparseRow text) {
        double[] language = language(words);
        double[] survey = survey(words);
        double languageScale = scale(words == text ? language : language(text), LANGUAGE_SHARE);
        double surveyScale = scale(words == text ? survey : survey(text), 1 - LANGUAGE_SHARE);
        double[] meaning = new double[meaningSize()];
        for (int d = 0; d < language.length; d++) {
            meaning[d] = languageScale * language[d];
        }
        for (int topic = 0; topic < survey.length; topic++) {
            meaning[language.length + topic] = surveyScale * survey[topic];
        }
        return meaning;
    }

    private double[] language(SparseRow row) {
        return LemmaVectors.without(meanings.sum(row), direction);
    }

    private double[] survey(SparseRow row) {
        double[] sum = new double[topicCount];
        for (int k = 0; k < row.ids.length; k++) {
            for (int topic = 0; topic < sum.length; topic++) {
                sum[topic] += row.values[k] * topics[row.ids[k]][topic];
            }
        }
        return sum;
    }

    /** The factor that makes a vector's squared length this share; 0 for a zero vector. */
    private static double scale(double[] vector, double share) {
        double square = LemmaVectors.dot(vector, vector);
        return square > 0 ? Math.sqrt(share / square) : 0;
    }
}
