package org.verbacode.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;

/**
 * The analysis of queries with the abbreviations of a survey's lexicon: replaces an abbreviation by what it stands for,
 * and the reverse. Synonyms are applied to queries only, since those of several words would disturb positions in the
 * index.
 */
final class SynonymAnalyzer extends AnalyzerWrapper {
    private final Analyzer words;
    private final SynonymMap synonyms;

    private SynonymAnalyzer(Analyzer words, SynonymMap synonyms) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.words = words;
        this.synonyms = synonyms;
    }

    /**
     * @param words the analysis of the field that is searched
     * @param abbreviations what each abbreviation stands for
     * @return empty if there is no abbreviation
     */
    static Optional<Analyzer> of(Analyzer words, String field, Map<String, String> abbreviations) {
        try {
            SynonymMap.Builder pairs = new SynonymMap.Builder();
            for (Map.Entry<String, String> abbreviation : abbreviations.entrySet()) {
                List<String> shortForm = LuceneQueries.terms(words, field, abbreviation.getKey());
                List<String> longForm = LuceneQueries.terms(words, field, abbreviation.getValue());
                if (!shortForm.isEmpty() && !longForm.isEmpty() && !shortForm.equals(longForm)) {
                    pairs.add(joined(shortForm), joined(longForm), false);
                    pairs.add(joined(longForm), joined(shortForm), false);
                }
            }
            SynonymMap synonyms = pairs.build();
            return synonyms.fst == null ? Optional.empty() : Optional.of(new SynonymAnalyzer(words, synonyms));
        } catch (IOException e) {
            throw new UncheckedIOException("synonyms in memory", e);
        }
    }

    private static CharsRef joined(List<String> words) {
        return SynonymMap.Builder.join(words.toArray(String[]::new), new CharsRefBuilder());
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        return words;
    }

    @Override
    protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents components) {
        return new TokenStreamComponents(
                components.getSource(), new SynonymGraphFilter(components.getTokenStream(), synonyms, false));
    }
}
