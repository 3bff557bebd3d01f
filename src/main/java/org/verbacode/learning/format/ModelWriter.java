package org.verbacode.learning.format;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.SurveyLexicon;
import org.verbacode.language.Token;
import org.verbacode.learning.Model;
import org.verbacode.learning.features.CodeText;
import org.verbacode.learning.features.LemmaVectors;
import org.verbacode.learning.features.Vocabulary;
import org.verbacode.quality.CodeQuality;

/** Writes a model as plain numbers and texts, compressed; {@link ModelReader} reads them. */
public final class ModelWriter {
    static final int MAGIC = 0x56424d35;

    private final DataOutputStream out;

    private ModelWriter(DataOutputStream out) {
        this.out = out;
    }

    /** Writes the model; the stream is left open. */
    public static void write(Model model, OutputStream to) throws IOException {
        GZIPOutputStream compressed = new GZIPOutputStream(to);
        DataOutputStream out = new DataOutputStream(new java.io.BufferedOutputStream(compressed));
        new ModelWriter(out).write(model);
        out.flush();
        compressed.finish();
    }

    private void write(Model model) throws IOException {
        out.writeInt(MAGIC);
        write(model.lexicon);
        text(model.codebook.question().value());
        out.writeInt(model.codebook.version());
        out.writeInt(model.codebook.codes().size());
        for (Code code : model.codebook.codes()) {
            write(code);
        }
        for (CodeText text : model.codeTexts) {
            write(text.full());
            write(text.rows());
            write(text.keywords());
        }
        write(model.space.lemmas);
        write(model.space.content);
        write(model.space.characters);
        rows(model.space.meanings.directions);
        rows(model.space.meanings.meanings);
        numbers(model.space.direction);
        out.writeInt(model.space.meaningSize() - LemmaVectors.DIMENSIONS);
        rows(model.space.topics);
        rows(model.weights.lemmas);
        rows(model.weights.content);
        rows(model.weights.characters);
        rows(model.weights.soft);
        rows(model.weights.meaning);
        for (double[] constants : model.weights.constants) {
            numbers(constants);
        }
        text(model.weights.regularisation.name());
        numbers(model.logistic.means);
        numbers(model.logistic.deviations);
        numbers(model.logistic.coefficients);
        for (int examples : model.examples) {
            out.writeInt(examples);
        }
        numbers(model.decisionRule.thresholds);
        numbers(model.decisionRule.offsets);
        out.writeDouble(model.decisionRule.lead);
        for (CodeQuality quality : model.qualities()) {
            out.writeInt(quality.considered());
            out.writeInt(quality.applies());
            out.writeDouble(quality.precision());
            out.writeDouble(quality.recall());
        }
    }

    private void write(Code code) throws IOException {
        text(code.id().value());
        text(code.name());
        optional(code.theme());
        text(code.definition());
        text(code.include());
        text(code.exclude());
        text(code.examples());
        optional(code.colour());
    }

    private void write(List<AnalysedAnswer> texts) throws IOException {
        out.writeInt(texts.size());
        for (AnalysedAnswer text : texts) {
            write(text);
        }
    }

    private void write(AnalysedAnswer text) throws IOException {
        text(text.text());
        out.writeInt(text.tokens().size());
        for (Token token : text.tokens()) {
            out.writeInt(token.start());
            out.writeInt(token.end());
            text(token.form());
            text(token.upos());
            text(token.lemma());
            text(token.polarity().name());
        }
    }

    private void write(Vocabulary vocabulary) throws IOException {
        out.writeInt(vocabulary.size());
        out.writeInt(vocabulary.texts());
        out.writeBoolean(vocabulary.countsUnknown());
        for (int id = 0; id < vocabulary.size(); id++) {
            text(vocabulary.feature(id));
            out.writeInt(vocabulary.frequency(id));
        }
    }

    private void rows(float[] @Nullable [] rows) throws IOException {
        out.writeInt(rows.length);
        for (float[] row : rows) {
            out.writeInt(row == null ? -1 : row.length);
            if (row != null) {
                for (float number : row) {
                    out.writeFloat(number);
                }
            }
        }
    }

    private void numbers(double[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    private void optional(@Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        text(text == null ? "" : text);
    }

    private void write(SurveyLexicon lexicon) throws IOException {
        texts(new TreeSet<>(lexicon.words()));
        texts(new TreeSet<>(lexicon.leftAlone()));
        SortedMap<String, String> abbreviations = new TreeMap<>(lexicon.abbreviations());
        texts(abbreviations.keySet());
        texts(abbreviations.values());
    }

    private void texts(Collection<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(text);
        }
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
