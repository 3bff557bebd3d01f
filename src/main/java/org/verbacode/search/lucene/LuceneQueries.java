package org.verbacode.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.NamedMatches;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import org.verbacode.search.AnswerQuery;
import org.verbacode.search.MatchForm;

/**
 * Translates a search into a Lucene query. Each word or phrase is searched for in every {@link MatchForm}; the name of
 * each subquery is that of its form, so that a hit tells by which form it was found.
 */
public final class LuceneQueries {
    /** Share of the other forms' scores that is added to the best one's. */
    private static final float TIE_BREAKER = 0.1f;
    /** A word alone may be a noun or a verb: "rencontres" has the lemmas rencontre and rencontrer, one in each context. */
    private static final List<String> CONTEXTS = List.of("", "les ", "il ");

    private final AnswerAnalyzer analyzer;
    private final Optional<Analyzer> synonyms;

    public LuceneQueries(AnswerAnalyzer analyzer) {
        this.analyzer = analyzer;
        this.synonyms = SynonymAnalyzer.of(
                analyzer, IndexedAnswer.FOLDED, analyzer.french().survey().abbreviations());
    }

    /** The Lucene query of a search; one without words finds nothing. */
    public Query of(AnswerQuery query) {
        if (query.isEmpty()) {
            return new MatchNoDocsQuery("the search is empty");
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
            case PREFIX -> prefix(sought.text());
            case PHRASE, WORD -> words(sought.text());
        };
    }

    private Query prefix(String start) {
        return either(List.of(
                named(MatchForm.WITHOUT_ACCENTS, new PrefixQuery(normalised(IndexedAnswer.FOLDED, start))),
                named(MatchForm.LEMMA, new PrefixQuery(normalised(IndexedAnswer.LEMMA, start)))));
    }

    private Term normalised(String field, String text) {
        return new Term(field, analyzer.normalize(field, text));
    }

    /** A word, or words that follow each other. */
    private Query words(String text) {
        QueryBuilder builder = new QueryBuilder(analyzer);
        List<Query> forms = new ArrayList<>();
        add(MatchForm.LEMMA, lemmas(builder, text), forms);
        add(MatchForm.READ, builder.createPhraseQuery(IndexedAnswer.READ, text), forms);
        add(MatchForm.WRITTEN, builder.createPhraseQuery(IndexedAnswer.WRITTEN, text), forms);
        add(MatchForm.WITHOUT_ACCENTS, builder.createPhraseQuery(IndexedAnswer.FOLDED, text), forms);
        synonyms.ifPresent(analysis -> add(
                MatchForm.SYNONYM, new QueryBuilder(analysis).createPhraseQuery(IndexedAnswer.FOLDED, text), forms));
        if (terms(analyzer, IndexedAnswer.FOLDED, text).size() == 1) {
            add(MatchForm.STEM, builder.createPhraseQuery(IndexedAnswer.STEM, text), forms);
        }
        return forms.isEmpty() ? new MatchNoDocsQuery("no words") : either(forms);
    }

    private static void add(MatchForm form, @Nullable Query query, List<Query> forms) {
        if (query != null) {
            forms.add(named(form, query));
        }
    }

    /** The lemma of a word in any context, or the lemmas of a phrase. */
    private @Nullable Query lemmas(QueryBuilder builder, String text) {
        if (terms(analyzer, IndexedAnswer.LEMMA, text).size() != 1) {
            return builder.createPhraseQuery(IndexedAnswer.LEMMA, text);
        }
        Set<Term> lemmas = new LinkedHashSet<>();
        lemmas.add(normalised(IndexedAnswer.LEMMA, text));
        for (String context : CONTEXTS) {
            terms(analyzer, IndexedAnswer.LEMMA, context + text, context.length())
                    .forEach(lemma -> lemmas.add(new Term(IndexedAnswer.LEMMA, lemma)));
        }
        return either(lemmas.stream().map(TermQuery::new).map(Query.class::cast).toList());
    }

    private static Query named(MatchForm form, Query query) {
        float boost =
                switch (form) {
                    case WRITTEN -> 1.5f;
                    case WITHOUT_ACCENTS -> 1.2f;
                    case SYNONYM, READ, LEMMA -> 1;
                    case STEM -> 0.5f;
                };
        return new BoostQuery(NamedMatches.wrapQuery(form.name(), query), boost);
    }

    private static Query either(List<Query> queries) {
        return queries.size() == 1 ? queries.get(0) : new DisjunctionMaxQuery(queries, TIE_BREAKER);
    }

    /** The terms of a text in a field. */
    static List<String> terms(Analyzer analyzer, String field, String text) {
        return terms(analyzer, field, text, 0);
    }

    /** @param from offset in the text from which words are taken */
    private static List<String> terms(Analyzer analyzer, String field, String text, int from) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (offset.startOffset() >= from) {
                    terms.add(term.toString());
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory", e);
        }
        return terms;
    }

    /** The content lemmas of a text, each once, in order. */
    public static List<String> contentLemmas(AnswerAnalyzer analyzer, String text) {
        return List.copyOf(new LinkedHashSet<>(terms(analyzer, IndexedAnswer.CONTENT, text)));
    }
}
