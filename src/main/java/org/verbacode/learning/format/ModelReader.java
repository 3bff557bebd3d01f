package org.verbacode.learning.format;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
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

/** Reads what {@link ModelWriter} wrote. Nothing in the file is trusted: sizes are bounded, numbers finite, places known. */
public final class ModelReader {
    /** The last byte of the magic number counts the formats. */
    private static final int FORMAT_BITS = 8;

    private static final int MOST_ROWS = 1_000_000;
    private static final int LONGEST_TEXT_BYTES = 1_000_000;
    private static final int MOST_CODES = 1_000;
    private static final int MOST_WORDS = 1_000_000;
    /** What may be read, in memory: more than 100 times what a model of 1,000 answers and 24 codes takes. */
    private static final long MOST_BYTES = 500_000_000;
    /** What a text takes in memory beside its letters: there may be very many that have none. */
    private static final int TEXT_BYTES = 100;

    private static final long MOST_COMPARISONS = 50_000_000;
    /** Sums of products of so large numbers are still numbers. */
    private static final double LARGEST_NUMBER = 1e9;

    private static final double LEAST_DEVIATION = 1e-9;

    private final Bounded bounded;
    private final DataInputStream in;

    private ModelReader(Bounded bounded) {
        this.bounded = bounded;
        this.in = new DataInputStream(new BufferedInputStream(bounded));
    }

    /**
     * Reads a model.
     *
     * @throws IOException if it cannot be read, or is not a whole and sound model
     */
    public static Model read(InputStream from) throws IOException {
        try {
            return new ModelReader(new Bounded(new GZIPInputStream(from))).read();
        } catch (IllegalArgumentException | RefusedException e) {
            throw new IOException("not a model: " + e.getMessage(), e);
        }
    }

    /** Stops where a small file unfolds without end, or to more than there is room for. */
    private static final class Bounded extends FilterInputStream {
        private long left = MOST_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("too large");
            }
        }
    }

    private Model read() throws IOException {
        int magic = in.readInt();
        if (magic < ModelWriter.MAGIC && magic >>> FORMAT_BITS == ModelWriter.MAGIC >>> FORMAT_BITS) {
            throw new EarlierFormatException();
        }
        if (magic != ModelWriter.MAGIC) {
            throw new IOException("not a model");
        }
        SurveyLexicon lexicon = lexicon();
        QuestionName question = new QuestionName(text());
        int version = in.readInt();
        int codes = count(MOST_CODES);
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
                rows(content.size(), LemmaVectors.DIMENSIONS, true),
                rows(content.size(), LemmaVectors.DIMENSIONS, true));
        double[] direction = numbers(LemmaVectors.DIMENSIONS);
        FeatureSpace space = new FeatureSpace(
                lemmas,
                content,
                characters,
                meanings,
                direction,
                whole(rows(content.size(), count(Topics.MOST), false)));
        PrimalWeights weights = new PrimalWeights(
                rows(lemmas.size(), codes, true),
                rows(content.size(), codes, true),
                rows(characters.size(), codes, true),
                rows(content.size(), codes, true),
                whole(rows(space.meaningSize(), codes, false)),
                new double[][] {numbers(codes), numbers(codes), numbers(codes)},
                Regularisation.valueOf(text()));
        PooledLogistic logistic = new PooledLogistic(
                numbers(PooledLogistic.STANDARDISED), deviations(), numbers(PooledLogistic.COEFFICIENTS));
        int[] examples = new int[codes];
        for (int code = 0; code < codes; code++) {
            examples[code] = count(Integer.MAX_VALUE);
        }
        DecisionRule cuts = new DecisionRule(numbers(codes), numbers(codes), share());
        List<CodeQuality> qualities = new ArrayList<>();
        for (Code code : list) {
            int considered = count(Integer.MAX_VALUE);
            qualities.add(new CodeQuality(code.id(), considered, count(considered), share(), share(), null));
        }
        if (in.read() != -1) {
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
                cuts,
                qualities,
                new CodebookScores(space, texts));
    }

    /** Every content word is compared with every text of the codebook, and with every word of its keywords. */
    private static void checkSize(int words, List<CodeText> codes) throws IOException {
        long texts = 0;
        long keywords = 0;
        for (CodeText code : codes) {
            texts += 1 + code.keywords().size();
            keywords += code.keywords().stream()
                    .mapToInt(keyword -> keyword.tokens().size())
                    .sum();
        }
        if (words * Math.max(texts, keywords) > MOST_COMPARISONS) {
            throw new IOException("too large");
        }
    }

    private double[] deviations() throws IOException {
        double[] deviations = numbers(PooledLogistic.STANDARDISED);
        for (double deviation : deviations) {
            if (!(deviation >= LEAST_DEVIATION)) {
                throw new IOException("not a deviation");
            }
        }
        return deviations;
    }

    private Code code() throws IOException {
        return new Code(new CodeId(text()), text(), optional(), text(), text(), text(), text(), optional());
    }

    private List<AnalysedAnswer> analysedList() throws IOException {
        int count = count(MOST_CODES);
        List<AnalysedAnswer> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(analysed());
        }
        return texts;
    }

    private AnalysedAnswer analysed() throws IOException {
        String text = text();
        int count = count(LONGEST_TEXT_BYTES);
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tokens.add(new Token(in.readInt(), in.readInt(), text(), text(), text(), Polarity.valueOf(text())));
        }
        return new AnalysedAnswer(text, tokens);
    }

    private Vocabulary vocabulary() throws IOException {
        int size = count(MOST_ROWS);
        int texts = count(Integer.MAX_VALUE);
        boolean countsUnknown = in.readBoolean();
        List<String> features = new ArrayList<>();
        List<Integer> frequencies = new ArrayList<>();
        for (int id = 0; id < size; id++) {
            features.add(text());
            frequencies.add(count(texts));
        }
        return new Vocabulary(
                features, frequencies.stream().mapToInt(Integer::intValue).toArray(), texts, countsUnknown);
    }

    private float[] @Nullable [] rows(int expected, int width, boolean gaps) throws IOException {
        if (in.readInt() != expected) {
            throw new IOException("not as many rows as features");
        }
        float[] @Nullable [] rows = new float[expected] @Nullable [];
        for (int row = 0; row < expected; row++) {
            int length = in.readInt();
            if (length == -1 && gaps) {
                continue;
            }
            if (length != width) {
                throw new IOException("a row of the wrong width");
            }
            float[] numbers = new float[width];
            for (int column = 0; column < width; column++) {
                numbers[column] = in.readFloat();
                checked(numbers[column]);
            }
            rows[row] = numbers;
        }
        return rows;
    }

    private static float[][] whole(float[] @Nullable [] rows) {
        float[][] whole = new float[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            whole[row] = java.util.Objects.requireNonNull(rows[row]);
        }
        return whole;
    }

    private double[] numbers(int expected) throws IOException {
        if (in.readInt() != expected) {
            throw new IOException("not as many numbers as expected");
        }
        double[] numbers = new double[expected];
        for (int i = 0; i < expected; i++) {
            numbers[i] = in.readDouble();
            checked(numbers[i]);
        }
        return numbers;
    }

    private static void checked(double number) throws IOException {
        if (!(Math.abs(number) <= LARGEST_NUMBER)) {
            throw new IOException("not a number of a model");
        }
    }

    private double share() throws IOException {
        double share = in.readDouble();
        if (!(share >= 0 && share <= 1)) {
            throw new IOException("not a share");
        }
        return share;
    }

    private int count(int most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new IOException("a count out of bounds");
        }
        return count;
    }

    private @Nullable String optional() throws IOException {
        boolean there = in.readBoolean();
        String text = text();
        return there ? text : null;
    }

    private SurveyLexicon lexicon() throws IOException {
        Set<String> words = new HashSet<>(texts());
        Set<String> leftAlone = new HashSet<>(texts());
        List<String> forms = texts();
        List<String> readings = texts();
        if (forms.size() != readings.size()) {
            throw new IOException("not as many readings as abbreviations");
        }
        Map<String, String> abbreviations = new HashMap<>();
        for (int i = 0; i < forms.size(); i++) {
            abbreviations.put(forms.get(i), readings.get(i));
        }
        return new SurveyLexicon(words, leftAlone, abbreviations);
    }

    private List<String> texts() throws IOException {
        int count = count(MOST_WORDS);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    private String text() throws IOException {
        bounded.count(TEXT_BYTES);
        byte[] bytes = in.readNBytes(count(LONGEST_TEXT_BYTES));
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
