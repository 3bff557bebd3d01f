package org.verbacode.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.NamedMatches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.verbacode.search.lucene.AnswerAnalyzer;
import org.verbacode.search.lucene.IndexedAnswer;
import org.verbacode.search.lucene.LuceneQueries;
import org.verbacode.study.AnswerId;

/** Searches the answers as they were when the index was last refreshed; for any number of threads. */
public final class Searcher {
    private final IndexSearcher index;
    private final String state;
    private final AnswerAnalyzer analyzer;
    private final LuceneQueries queries;

    Searcher(DirectoryReader reader, String state, AnswerAnalyzer analyzer) {
        this.index = new IndexSearcher(reader);
        this.state = state;
        this.analyzer = analyzer;
        this.queries = new LuceneQueries(analyzer);
    }

    /**
     * The result of a search.
     *
     * @param total number of answers found
     * @param hits the best of them, best first, up to the limit
     */
    public record Found(int total, List<Hit> hits) {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    AnswerAnalyzer analyzer() {
        return analyzer;
    }

    IndexSearcher index() {
        return index;
    }

    String state() {
        return state;
    }

    /** Searches for answers: best first, those of the same score in the order of the index. */
    public Found find(AnswerQuery query, Scope scope, int limit) {
        return find(queries.of(query), scope, List.of(), limit);
    }

    Found find(Query query, Scope scope, List<Query> filters, int limit) {
        try {
            BooleanQuery.Builder scoped = new BooleanQuery.Builder().add(query, Occur.MUST);
            inside(scope).forEach(filter -> scoped.add(filter, Occur.FILTER));
            filters.forEach(filter -> scoped.add(filter, Occur.FILTER));
            int most = Math.max(1, Math.min(limit, index.getIndexReader().maxDoc()));
            TopDocs found =
                    index.search(scoped.build(), new TopScoreDocCollectorManager(most, null, Integer.MAX_VALUE));
            Weight weight = index.createWeight(index.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc doc : found.scoreDocs) {
                if (hits.size() < limit) {
                    hits.add(hit(doc, weight));
                }
            }
            return new Found((int) found.totalHits.value, hits);
        } catch (IOException e) {
            throw new UncheckedIOException("index in memory", e);
        }
    }

    static List<Query> inside(Scope scope) {
        List<Query> filters = new ArrayList<>();
        if (scope.question() != null) {
            filters.add(new TermQuery(
                    new Term(IndexedAnswer.QUESTION, scope.question().value())));
        }
        if (scope.wave() != null) {
            filters.add(new TermQuery(new Term(IndexedAnswer.WAVE, scope.wave().value())));
        }
        return filters;
    }

    private Hit hit(ScoreDoc doc, Weight weight) throws IOException {
        List<LeafReaderContext> leaves = index.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc.doc, leaves));
        AnswerId id = new AnswerId(index.storedFields().document(doc.doc).get(IndexedAnswer.ID));
        return Hit.of(id, doc.score, spans(weight.matches(leaf, doc.doc - leaf.docBase)));
    }

    private static List<Hit.FoundSpan> spans(@Nullable Matches matches) throws IOException {
        List<Hit.FoundSpan> spans = new ArrayList<>();
        for (NamedMatches named : matches == null ? List.<NamedMatches>of() : NamedMatches.findNamedMatches(matches)) {
            MatchForm form = MatchForm.valueOf(named.getName());
            for (String field : named) {
                MatchesIterator found = named.getMatches(field);
                while (found != null && found.next()) {
                    spans.add(new Hit.FoundSpan(new Hit.Span(found.startOffset(), found.endOffset()), form));
                }
            }
        }
        return spans;
    }
}
