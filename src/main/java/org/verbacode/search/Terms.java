package org.verbacode.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.verbacode.search.lucene.IndexedAnswer;

/** Document frequencies of the lemmas of nouns, verbs, adjectives and adverbs. */
public final class Terms {
    private final Searcher searcher;

    public Terms(Searcher searcher) {
        this.searcher = searcher;
    }

    /**
     * The frequency of a lemma.
     *
     * @param answers number of answers that contain it
     * @param occurrences number of its occurrences in these answers
     */
    public record Frequency(String lemma, int answers, int occurrences) {
        private Frequency plus(int count) {
            return new Frequency(lemma, answers + 1, occurrences + count);
        }
    }

    /** The lemmas of the highest document frequency, in falling order, then in alphabetical order. */
    public List<Frequency> mostFrequent(Scope scope, int limit) {
        try {
            Map<String, Frequency> counts = new HashMap<>();
            for (LeafReaderContext leaf : searcher.index().getIndexReader().leaves()) {
                count(leaf, inside(leaf, scope), counts);
            }
            List<Frequency> sorted = new ArrayList<>(counts.values());
            sorted.sort(Comparator.comparingInt(Frequency::answers).reversed().thenComparing(Frequency::lemma));
            return List.copyOf(sorted.subList(0, Math.min(limit, sorted.size())));
        } catch (IOException e) {
            throw new UncheckedIOException("index in memory", e);
        }
    }

    private FixedBitSet inside(LeafReaderContext leaf, Scope scope) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.FILTER);
        Searcher.inside(scope).forEach(filter -> all.add(filter, Occur.FILTER));
        Query query = searcher.index().rewrite(all.build());
        Scorer scorer = searcher.index()
                .createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1)
                .scorer(leaf);
        FixedBitSet inside = new FixedBitSet(leaf.reader().maxDoc());
        if (scorer != null) {
            inside.or(scorer.iterator());
        }
        if (leaf.reader().getLiveDocs() != null) {
            inside.and(FixedBitSet.copyOf(leaf.reader().getLiveDocs()));
        }
        return inside;
    }

    private static void count(LeafReaderContext leaf, FixedBitSet inside, Map<String, Frequency> counts)
            throws IOException {
        org.apache.lucene.index.Terms terms = leaf.reader().terms(IndexedAnswer.CONTENT);
        if (terms == null) {
            return;
        }
        TermsEnum words = terms.iterator();
        for (BytesRef word = words.next(); word != null; word = words.next()) {
            String lemma = word.utf8ToString();
            PostingsEnum answers = words.postings(null, PostingsEnum.FREQS);
            for (int doc = answers.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = answers.nextDoc()) {
                if (inside.get(doc)) {
                    counts.put(
                            lemma,
                            counts.getOrDefault(lemma, new Frequency(lemma, 0, 0))
                                    .plus(answers.freq()));
                }
            }
        }
    }
}
