package org.verbacode.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.Token;
import org.verbacode.search.lucene.IndexedAnswer;
import org.verbacode.study.AnswerId;

/** The answers that say most nearly the same as another: those that share its rarest nouns, verbs and adjectives. */
public final class SimilarAnswers {
    private static final int MAX_WORDS = 200;

    private final Searcher searcher;

    public SimilarAnswers(Searcher searcher) {
        this.searcher = searcher;
    }

    /**
     * The nearest answers, nearest first (BM25 over content lemmas); fewer than wanted if no others share a word.
     *
     * @param answer what they should be like
     * @param among where to look, such as the answers already coded; the answer itself should not be there
     */
    public List<Hit> to(AnalysedAnswer answer, Collection<AnswerId> among, int limit) {
        Set<String> lemmas = new LinkedHashSet<>();
        for (Token token : answer.tokens()) {
            if (lemmas.size() < MAX_WORDS) {
                lemmas.addAll(IndexedAnswer.content(token));
            }
        }
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
