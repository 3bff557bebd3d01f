package org.verbacode.learning.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.Polarity;
import org.verbacode.language.SurveyLexicon;
import org.verbacode.language.Token;
import org.verbacode.learning.EarlierFormatException;
import org.verbacode.learning.Model;
import org.verbacode.learning.Regularisation;
import org.verbacode.learning.decision.DecisionRule;
import org.verbacode.learning.decision.PooledLogistic;
import org.verbacode.learning.features.CodeText;
import org.verbacode.learning.features.CodebookScores;
import org.verbacode.learning.features.FeatureSpace;
import org.verbacode.learning.features.LemmaVectors;
import org.verbacode.learning.features.Topics;
import org.verbacode.learning.features.Vocabulary;
import org.verbacode.learning.ridge.PrimalWeights;
import org.verbacode.quality.CodeQuality;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;

/**
 * Reads a model written by {@link ModelWriter}. Nothing in the file is trusted: sizes are bounded, numbers finite,
 * indices checked.
 */
public final class ModelReader {
    /** Number of bits of the magic number that count the formats. */
    private static final int FORMAT_BITS = 8;

    private static final int MAX_CODES = 1_000;
    /** Content words times texts of the codebook: bounds the time that codebook scores take. */
    private static final long MAX_COMPARISONS = 50_000_000;

    /** Standard deviations are divisors and must not vanish. */
    private static final double MIN_DEVIATION = 1e-9;

    private final BoundedInput in;

    private ModelReader(BoundedInput in) {
        this.in = in;
    }

    /**
     * Reads a model.
     *
     * @throws IOException if it cannot be read, or is not a complete and valid model
     */
    public static Model read(InputStream from) throws IOException {
        try {
            return new ModelReader(new BoundedInput(new GZIPInputStream(from))).read();
        } catch (IllegalArgumentException | RefusedException e) {
            throw new IOException("not a model: " + e.getMessage(), e);
        }
    }

    private Model read() throws IOException {
        int magic = in.number();
        if (magic < ModelWriter.MAGIC && magic >>> FORMAT_BITS == ModelWriter.MAGIC >>> FORMAT_BITS) {
            throw new EarlierFormatException();
        }
        if (magic != ModelWriter.MAGIC) {
            throw new IOException("not a model");
        }
        SurveyLexicon lexicon = lexicon();
        QuestionName question = new QuestionName(in.text());
        int version = in.number();
        int codes = in.count(MAX_CODES);
        List<Code> list = new ArrayList<>();
        for (int code = 0; code < codes; code++) {
            list.add(code());
        }
        if (list.stream().map(Code::id).distinct().count() < codes) {
            throw new IOException("a code twice");
        }
        List<CodeText> texts = new ArrayList<>();
        for (int code = 0; code < codes; code++) {
            texts.add(new CodeText(analysed(), analysedList(), analysedList()));
        }
        Vocabulary lemmas = vocabulary();
        Vocabulary content = vocabulary();
        Vocabulary characters = vocabulary();
        checkSize(content.size(), texts);
        LemmaVectors meanings = new LemmaVectors(
                in.rows(content.size(), LemmaVectors.DIMENSIONS, true),
                in.rows(content.size(), LemmaVectors.DIMENSIONS, true));
        double[] direction = in.numbers(LemmaVectors.DIMENSIONS);
        FeatureSpace space = new FeatureSpace(
                lemmas,
                content,
                characters,
                meanings,
                direction,
                BoundedInput.whole(in.rows(content.size(), in.count(Topics.MAX_TOPICS), false)));
        PrimalWeights weights = new PrimalWeights(
                in.rows(lemmas.size(), codes, true),
                in.rows(content.size(), codes, true),
                in.rows(characters.size(), codes, true),
                in.rows(content.size(), codes, true),
                BoundedInput.whole(in.rows(space.meaningSize(), codes, false)),
                new double[][] {in.numbers(codes), in.numbers(codes), in.numbers(codes)},
                Regularisation.valueOf(in.text()));
        PooledLogistic logistic = new PooledLogistic(
                in.numbers(PooledLogistic.STANDARDISED), deviations(), in.numbers(PooledLogistic.COEFFICIENTS));
        int[] examples = new int[codes];
        for (int code = 0; code < codes; code++) {
            examples[code] = in.count(Integer.MAX_VALUE);
        }
        DecisionRule decisionRule = new DecisionRule(in.numbers(codes), in.numbers(codes), in.share());
        List<CodeQuality> qualities = new ArrayList<>();
        for (Code code : list) {
            int considered = in.count(Integer.MAX_VALUE);
            qualities.add(new CodeQuality(code.id(), considered, in.count(considered), in.share(), in.share(), null));
        }
        if (!in.isAtEnd()) {
            throw new IOException("something follows the model");
        }
        return new Model(
                lexicon,
                new Codebook(question, version, list),
                space,
                texts,
                weights,
                logistic,
                examples,
                decisionRule,
                qualities,
                new CodebookScores(space, texts));
    }

    /**
     * Refuses a model of which the codebook scores would take too long: every content word is compared with every
     * text and keyword of the codebook.
     */
    private static void checkSize(int words, List<CodeText> codes) throws IOException {
        long texts = 0;
        long keywords = 0;
        for (CodeText code : codes) {
            texts += 1 + code.keywords().size();
            keywords += code.keywords().stream()
                    .mapToInt(keyword -> keyword.tokens().size())
                    .sum();
        }
        if (words * Math.max(texts, keywords) > MAX_COMPARISONS) {
            throw new IOException("too large");
        }
    }

    private double[] deviations() throws IOException {
        double[] deviations = in.numbers(PooledLogistic.STANDARDISED);
        for (double deviation : deviations) {
            if (!(deviation >= MIN_DEVIATION)) {
                throw new IOException("not a deviation");
            }
        }
        return deviations;
    }

    private Code code() throws IOException {
        return new Code(
                new CodeId(in.text()),
                in.text(),
                in.optional(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.optional());
    }

    private List<AnalysedAnswer> analysedList() throws IOException {
        int count = in.count(MAX_CODES);
        List<AnalysedAnswer> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(analysed());
        }
        return texts;
    }

    private AnalysedAnswer analysed() throws IOException {
        String text = in.text();
        int count = in.count(BoundedInput.MAX_TEXT_BYTES);
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tokens.add(
                    new Token(in.number(), in.number(), in.text(), in.text(), in.text(), Polarity.valueOf(in.text())));
        }
        return new AnalysedAnswer(text, tokens);
    }

    private Vocabulary vocabulary() throws IOException {
        int size = in.count(BoundedInput.MAX_ROWS);
        int texts = in.count(Integer.MAX_VALUE);
        boolean countsUnknown = in.flag();
        List<String> features = new ArrayList<>();
        List<Integer> frequencies = new ArrayList<>();
        for (int id = 0; id < size; id++) {
            features.add(in.text());
            frequencies.add(in.count(texts));
        }
        return new Vocabulary(
                features, frequencies.stream().mapToInt(Integer::intValue).toArray(), texts, countsUnknown);
    }

    private SurveyLexicon lexicon() throws IOException {
        Set<String> words = new HashSet<>(in.texts());
        Set<String> leftAlone = new HashSet<>(in.texts());
        List<String> forms = in.texts();
        List<String> readings = in.texts();
        if (forms.size() != readings.size()) {
            throw new IOException("not as many readings as abbreviations");
        }
        Map<String, String> abbreviations = new HashMap<>();
        for (int i = 0; i < forms.size(); i++) {
            abbreviations.put(forms.get(i), readings.get(i));
        }
        return new SurveyLexicon(words, leftAlone, abbreviations);
    }
}
