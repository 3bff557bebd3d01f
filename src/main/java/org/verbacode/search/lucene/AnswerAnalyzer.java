package org.verbacode.search.lucene;

import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.pattern.PatternCaptureGroupTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.jspecify.annotations.Nullable;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.Token;

/**
 * The Lucene analysis of answers and of queries. Fields of the text as written are cut by Lucene's standard tokenizer;
 * fields of the text as read take the tokens and lemmas of the {@link FrenchAnalyser}.
 */
public final class AnswerAnalyzer extends Analyzer {
    /** Longer terms are cut: nobody searches for words of more characters. */
    private static final int MAX_TERM_LENGTH = 100;

    private static final Set<String> CONTENT_TAGS = Set.of("NOUN", "PROPN", "VERB", "ADJ", "ADV");

    /**
     * The stem of a verb of the first conjugation before a regular ending, without accents; new French verbs are of this
     * conjugation. Lucene's light stemmer alone gives "mentorer" and "mentorons" the stems "mentor" and "mentoron".
     */
    private static final Pattern VERB_STEM =
            Pattern.compile("^([a-z]{4,}?)(?:er|ee?s?|ons|ez|ais|ait|ions|iez|aient|ants?"
                    + "|erai|eras|era|erons|erez|eront|erais|erait|erions|eriez|eraient|erent)$");

    private final FrenchAnalyser french;
    /** Several fields of an answer are analysed one after another; the text is read once for all of them. */
    private volatile @Nullable AnalysedAnswer latest;

    public AnswerAnalyzer(FrenchAnalyser french) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.french = french;
    }

    private AnalysedAnswer analysed(String text) {
        AnalysedAnswer analysed = latest;
        if (analysed == null || !analysed.text().equals(text)) {
            analysed = french.analyse(text);
            latest = analysed;
        }
        return analysed;
    }

    /** Changes when the terms of the same text may change. */
    public String version() {
        return french.version();
    }

    FrenchAnalyser french() {
        return french;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        return switch (field) {
            case IndexedAnswer.LEMMA -> read(Token::lemma, true);
            case IndexedAnswer.READ -> read(Token::form, true);
            case IndexedAnswer.CONTENT -> read(token -> isContent(token) ? token.lemma() : null, false);
            case IndexedAnswer.WRITTEN -> written(stream -> stream);
            case IndexedAnswer.FOLDED -> written(ASCIIFoldingFilter::new);
            case IndexedAnswer.STEM -> written(this::stemmed);
            default -> throw new IllegalArgumentException("not a field of words: " + field);
        };
    }

    private TokenStreamComponents read(Function<Token, @Nullable String> termOf, boolean folded) {
        Tokenizer tokenizer = new ReadingTokenizer(this::analysed, token -> isWord(token) ? termOf.apply(token) : null);
        TokenStream terms = folded ? normalised(tokenizer, true) : tokenizer;
        return new TokenStreamComponents(tokenizer, new TruncateTokenFilter(terms, MAX_TERM_LENGTH));
    }

    private static TokenStreamComponents written(Function<TokenStream, TokenStream> filter) {
        Tokenizer tokenizer = new StandardTokenizer();
        TokenStream words = new ElidedOffsetFilter(new ElisionFilter(tokenizer, FrenchAnalyzer.DEFAULT_ARTICLES));
        TokenStream terms = filter.apply(new LowerCaseFilter(words));
        return new TokenStreamComponents(tokenizer, new TruncateTokenFilter(terms, MAX_TERM_LENGTH));
    }

    private TokenStream stemmed(TokenStream words) {
        TokenStream unknown = new ASCIIFoldingFilter(new UnknownWordFilter(words, french::knows));
        TokenStream stems = new PatternCaptureGroupTokenFilter(unknown, true, VERB_STEM);
        return new RemoveDuplicatesTokenFilter(new FrenchLightStemFilter(stems));
    }

    private static TokenStream normalised(TokenStream stream, boolean folded) {
        TokenStream lower = new LowerCaseFilter(stream);
        return folded ? new ASCIIFoldingFilter(lower) : lower;
    }

    /** The term of the beginning of a word, for prefix queries. */
    @Override
    protected TokenStream normalize(String field, TokenStream stream) {
        return new TruncateTokenFilter(normalised(stream, !field.equals(IndexedAnswer.WRITTEN)), MAX_TERM_LENGTH);
    }

    private static boolean isWord(Token token) {
        return token.form().codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean isContent(Token token) {
        return CONTENT_TAGS.contains(token.upos());
    }
}
