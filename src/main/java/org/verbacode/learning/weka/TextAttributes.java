package org.verbacode.learning.weka;

import java.util.ArrayList;
import java.util.List;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.learning.features.Lexemes;
import org.verbacode.learning.features.Lexemes.Lexeme;
import org.verbacode.learning.features.SparseRow;
import org.verbacode.learning.features.Vocabulary;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.SparseInstance;
import weka.core.Utils;

/**
 * Texts as instances of Weka: a numeric attribute for each lemma and pair of lemmas, and for each sequence of 2 to 5
 * characters, that occurs in at least two texts of the survey. Both kinds are blocks A and C of the model: TF-IDF,
 * each of length 1. Word vectors and the codebook are left out, since Weka's classifiers cannot use them.
 */
public final class TextAttributes {
    /** Number of texts in which an attribute must occur. */
    private static final int MIN_FREQUENCY = 2;

    private final Vocabulary lemmas;
    private final Vocabulary characters;
    private final ArrayList<Attribute> attributes = new ArrayList<>();

    /** @param texts the texts of the survey, coded or not */
    public TextAttributes(List<AnalysedAnswer> texts) {
        Vocabulary.Count pairs = new Vocabulary.Count();
        Vocabulary.Count sequences = new Vocabulary.Count();
        for (AnalysedAnswer text : texts) {
            pairs.add(pairs(text), true);
            sequences.add(sequences(text), true);
        }
        lemmas = pairs.vocabulary(MIN_FREQUENCY, false);
        characters = sequences.vocabulary(MIN_FREQUENCY, false);
        for (int id = 0; id < lemmas.size(); id++) {
            attributes.add(new Attribute("lemma " + lemmas.feature(id)));
        }
        for (int id = 0; id < characters.size(); id++) {
            attributes.add(new Attribute("characters " + characters.feature(id)));
        }
        attributes.add(new Attribute("code", List.of("0", "1")));
    }

    /** An empty data set for one code; the class, whether it applies, comes last. */
    public Instances empty(int rows) {
        Instances empty = new Instances("answers", attributes, rows);
        empty.setClassIndex(attributes.size() - 1);
        return empty;
    }

    /**
     * A text as one instance.
     *
     * @param applies 1 if the code applies, 0 if not, a missing value if it is to be predicted
     */
    public SparseInstance row(AnalysedAnswer text, double applies) {
        SparseRow words = row(pairs(text), lemmas);
        SparseRow sequences = row(sequences(text), characters);
        int size = words.ids.length + sequences.ids.length + 1;
        double[] values = new double[size];
        int[] places = new int[size];
        System.arraycopy(words.ids, 0, places, 0, words.ids.length);
        System.arraycopy(words.values, 0, values, 0, words.ids.length);
        for (int i = 0; i < sequences.ids.length; i++) {
            places[words.ids.length + i] = lemmas.size() + sequences.ids[i];
            values[words.ids.length + i] = sequences.values[i];
        }
        places[size - 1] = attributes.size() - 1;
        values[size - 1] = applies;
        return new SparseInstance(1, values, places, attributes.size());
    }

    public SparseInstance row(AnalysedAnswer text) {
        return row(text, Utils.missingValue());
    }

    private static SparseRow row(List<String> features, Vocabulary vocabulary) {
        return SparseRow.weighted(features.stream().mapToInt(vocabulary::id).toArray(), vocabulary);
    }

    private static List<String> pairs(AnalysedAnswer text) {
        List<String> pairs = new ArrayList<>();
        Lexemes.pairs(Lexemes.of(text), (feature, first, last) -> pairs.add(feature));
        return pairs;
    }

    private static List<String> sequences(AnalysedAnswer text) {
        List<String> sequences = new ArrayList<>();
        for (Lexeme lexeme : Lexemes.of(text)) {
            sequences.addAll(Lexemes.characters(lexeme.form()));
        }
        return sequences;
    }
}
