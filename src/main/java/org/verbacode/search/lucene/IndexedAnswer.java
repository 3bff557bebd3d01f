package org.verbacode.search.lucene;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.Folding;
import org.verbacode.language.Token;
import org.verbacode.study.Answer;

/** An answer as the index holds it: whose it is, and its words in several forms; the text itself stays in the store. */
public final class IndexedAnswer {
    public static final String ID = "id";
    public static final String QUESTION = "question";
    public static final String WAVE = "wave";
    /** What the text was when it was indexed. */
    public static final String FINGERPRINT = "fingerprint";
    /** Words as read, in lower case. */
    static final String FORM = "form";
    /** Words as read and as written, without accents. */
    static final String FOLDED = "folded";
    /** Dictionary forms, without accents. */
    static final String LEMMA = "lemma";
    /** Dictionary forms of the words that say something by themselves, as they are shown. */
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

    public static Document document(Answer answer, AnalysedAnswer analysed) {
        Document document = new Document();
        document.add(new StringField(ID, answer.id().value(), Field.Store.YES));
        document.add(new StringField(QUESTION, answer.question().value(), Field.Store.NO));
        document.add(new StringField(WAVE, answer.wave().value(), Field.Store.NO));
        document.add(new StringField(FINGERPRINT, fingerprint(answer.text()), Field.Store.YES));
        document.add(new Field(FORM, new AnswerTokens(analysed, token -> List.of(form(token))), WORDS));
        document.add(new Field(FOLDED, new AnswerTokens(analysed, token -> folded(token, analysed)), WORDS));
        document.add(new Field(LEMMA, new AnswerTokens(analysed, token -> List.of(lemma(token))), WORDS));
        document.add(new Field(CONTENT, new AnswerTokens(analysed, IndexedAnswer::content), COUNTS));
        return document;
    }

    static String form(Token token) {
        return token.form().toLowerCase(Locale.FRENCH);
    }

    static String lemma(Token token) {
        return Folding.fold(token.lemma());
    }

    public static List<String> content(Token token) {
        return AnswerTokens.isContent(token) ? List.of(AnswerTokens.cut(token.lemma())) : List.of();
    }

    private static List<String> folded(Token token, AnalysedAnswer analysed) {
        Collection<String> folded = new LinkedHashSet<>();
        folded.add(Folding.fold(token.form()));
        folded.add(Folding.fold(analysed.text().substring(token.start(), token.end())));
        return List.copyOf(folded);
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
