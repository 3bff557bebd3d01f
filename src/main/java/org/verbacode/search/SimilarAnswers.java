package org.verbacode.search;

import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.verbacode.search.lucene.IndexedAnswer;
import org.verbacode.search.lucene.LuceneQueries;
import org.verbacode.study.AnswerId;

/** Finds the answers most similar to a text: BM25 over the lemmas of its nouns, verbs, adjectives and adverbs. */
public final class SimilarAnswers {
    /** Lemmas of the text that are searched for: Lucene refuses queries of more than 1,024 clauses. */
    private static final int MAX_LEMMAS = 200;

    private final Searcher searcher;

    public SimilarAnswers(Searcher searcher) {
        this.searcher = searcher;
    }

    /**
     * The most similar answers, most similar first; fewer than the limit if no others share a lemma.
     *
     * @param text the text to which answers are compared
     * @param among the answers that are searched, such as those already coded, without the one compared
     */
    public List<Hit> to(String text, Collection<AnswerId> among, int limit) {
        List<String> lemmas = LuceneQueries.contentLemmas(searcher.analyzer(), text).stream()
                .limit(MAX_LEMMAS)
                .toList();
        if (lemmas.isEmpty() || among.isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        lemmas.forEach(lemma -> any.add(new TermQuery(new Term(IndexedAnswer.CONTENT, lemma)), Occur.SHOULD));
        List<BytesRef> ids = among.stream().map(id -> new BytesRef(id.value())).toList();
        return searcher.find(any.build(), Scope.EVERYWHERE, List.of(new TermInSetQuery(IndexedAnswer.ID, ids)), limit)
                .hits();
    }
}
