package org.verbacode.search.lucene;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.verbacode.study.Answer;

/** An answer as a Lucene document: its id, question and wave, and its words in several forms. The text is not stored. */
public final class IndexedAnswer {
    public static final String ID = "id";
    public static final String QUESTION = "question";
    public static final String WAVE = "wave";
    /** Hash of the text that was indexed. */
    public static final String FINGERPRINT = "fingerprint";
    /** Lemmas, without accents. */
    static final String LEMMA = "lemma";
    /** Words as the analysis reads them, without accents. */
    static final String READ = "read";
    /** Words as written, in lower case. */
    static final String WRITTEN = "written";
    /** Words as written, without accents. */
    static final String FOLDED = "folded";
    /** Stems of the words that no dictionary has. */
    static final String STEM = "stem";
    /** Lemmas of nouns, verbs, adjectives and adverbs, with their accents. */
    public static final String CONTENT = "content";

    private static final FieldType WORDS = words(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    private static final FieldType COUNTS = words(IndexOptions.DOCS_AND_FREQS);

    private IndexedAnswer() {}

    private static FieldType words(IndexOptions options) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    /** The document of an answer, to be indexed with an {@link AnswerAnalyzer}. */
    public static Document document(Answer answer) {
        Document document = new Document();
        document.add(new StringField(ID, answer.id().value(), Field.Store.YES));
        document.add(new StringField(QUESTION, answer.question().value(), Field.Store.NO));
        document.add(new StringField(WAVE, answer.wave().value(), Field.Store.NO));
        document.add(new StringField(FINGERPRINT, fingerprint(answer.text()), Field.Store.YES));
        for (String field : List.of(LEMMA, READ, WRITTEN, FOLDED, STEM)) {
            document.add(new Field(field, answer.text(), WORDS));
        }
        document.add(new Field(CONTENT, answer.text(), COUNTS));
        return document;
    }

    /** The first 128 bits of the SHA-256 of texts, each preceded by its length. */
    public static String fingerprint(String... texts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                sha.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                sha.update(bytes);
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
