package org.verbacode.search.lucene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.verbacode.language.Folding;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.Token;
import org.verbacode.search.AnswerQuery;

/** Says to the index what a researcher asked: each word as written, without accents, and in every inflection. */
public final class LuceneQueries {
    private static final float AS_WRITTEN = 1.5f;
    private static final float WITHOUT_ACCENTS = 1.2f;
    private static final float TIE = 0.1f;
    /** A word alone may be a noun or a verb; these bring out both, as "rencontres" is of rencontre and of rencontrer. */
    private static final List<String> CONTEXTS = List.of("", "les ", "il ");

    private final FrenchAnalyser analyser;

    public LuceneQueries(FrenchAnalyser analyser) {
        this.analyser = analyser;
    }

    public Query of(AnswerQuery query) {
        if (query.isEmpty()) {
            return new MatchNoDocsQuery("nothing is looked for");
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean onlyExcludes = true;
        for (AnswerQuery.Clause clause : query.clauses()) {
            List<Query> alternatives =
                    clause.alternatives().stream().map(this::sought).toList();
            all.add(either(alternatives), clause.excluded() ? Occur.MUST_NOT : Occur.MUST);
            onlyExcludes &= clause.excluded();
        }
        if (onlyExcludes) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        return all.build();
    }

    private Query sought(AnswerQuery.Sought sought) {
        return switch (sought.kind()) {
            case PREFIX -> prefix(Folding.fold(sought.text()));
            case PHRASE -> words(sought.text());
            case WORD -> words(sought.text());
        };
    }

    private static Query prefix(String start) {
        String cut = AnswerTokens.cut(start);
        return either(List.of(
                new PrefixQuery(new Term(IndexedAnswer.FOLDED, cut)),
                new PrefixQuery(new Term(IndexedAnswer.LEMMA, cut))));
    }

    /** A word, or words that follow each other. */
    private Query words(String text) {
        List<Token> tokens = analyser.analyse(text).tokens().stream()
                .filter(AnswerTokens::isWord)
                .toList();
        if (tokens.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        if (tokens.size() == 1) {
            return word(text, tokens.get(0));
        }
        return either(List.of(
                new BoostQuery(phrase(IndexedAnswer.FORM, tokens, IndexedAnswer::form), AS_WRITTEN),
                new BoostQuery(
                        phrase(IndexedAnswer.FOLDED, tokens, token -> Folding.fold(token.form())), WITHOUT_ACCENTS),
                phrase(IndexedAnswer.LEMMA, tokens, IndexedAnswer::lemma)));
    }

    private static Query phrase(String field, List<Token> tokens, Function<Token, String> term) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        tokens.forEach(token -> phrase.add(new Term(field, AnswerTokens.cut(term.apply(token)))));
        return phrase.build();
    }

    private Query word(String text, Token token) {
        Set<String> folded = new LinkedHashSet<>();
        folded.add(Folding.fold(text));
        folded.add(Folding.fold(token.form()));
        Set<String> lemmas = new LinkedHashSet<>(folded);
        for (String context : CONTEXTS) {
            analyser.analyse(context + text).tokens().stream()
                    .filter(found -> found.start() >= context.length() && AnswerTokens.isWord(found))
                    .forEach(found -> lemmas.add(IndexedAnswer.lemma(found)));
        }
        List<Query> ways = new ArrayList<>();
        ways.add(new BoostQuery(term(IndexedAnswer.FORM, IndexedAnswer.form(token)), AS_WRITTEN));
        folded.forEach(form -> ways.add(new BoostQuery(term(IndexedAnswer.FOLDED, form), WITHOUT_ACCENTS)));
        lemmas.forEach(lemma -> ways.add(term(IndexedAnswer.LEMMA, lemma)));
        return either(ways);
    }

    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, AnswerTokens.cut(text)));
    }

    private static Query either(List<Query> queries) {
        return queries.size() == 1 ? queries.get(0) : new DisjunctionMaxQuery(queries, TIE);
    }
}
