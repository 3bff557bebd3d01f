package org.verbacode.language.words;

import edu.stanford.nlp.ling.TaggedWord;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import java.util.ArrayList;
import java.util.List;
import org.verbacode.language.lemma.Lexicon;

/** Part-of-speech tagging by CoreNLP, and the splitting of "des" and "du". Not for several threads. */
public final class Tagger {
    public static final String PARTS_OF_SPEECH = "edu/stanford/nlp/models/pos-tagger/french-ud.tagger";
    public static final String CONTRACTIONS = "edu/stanford/nlp/models/mwt/french/french-mwt.tagger";

    private static final String SPLIT_TAG = "ADP_DET";

    private static final class Parts {
        static final MaxentTagger OF_SPEECH = load(PARTS_OF_SPEECH);
    }

    private static final class Des {
        static final MaxentTagger READER = load(CONTRACTIONS);
    }

    private final Partitives partitives;

    public Tagger(Lexicon lexicon) {
        this.partitives = new Partitives(lexicon);
    }

    private static MaxentTagger load(String resource) {
        return new MaxentTagger(resource);
    }

    /** Splits the contractions of a sentence. */
    public List<Word> open(List<Word> sentence) {
        List<TaggedWord> read = sentence.stream().anyMatch(word -> Contractions.isAmbiguous(word.form()))
                ? Des.READER.tagSentence(labels(sentence))
                : List.of();
        List<Word> open = new ArrayList<>(sentence.size() + 4);
        for (int i = 0; i < sentence.size(); i++) {
            Word word = sentence.get(i);
            List<String> parts = !read.isEmpty() && Contractions.isAmbiguous(word.form())
                    ? (isSplit(read, i) ? Contractions.partsOfDes() : List.of())
                    : partitives.isPartitive(sentence, i) ? List.of() : Contractions.parts(word.form());
            if (parts.isEmpty()) {
                open.add(word);
            } else {
                parts.forEach(part -> open.add(new Word(word.start(), word.end(), part)));
            }
        }
        return open;
    }

    /** CoreNLP's decision on "des", except right after a noun: "le bruit des armes". */
    private static boolean isSplit(List<TaggedWord> read, int i) {
        if (read.get(i).tag().equals(SPLIT_TAG)) {
            return true;
        }
        return i > 1
                && read.get(i - 1).tag().equals("NOUN")
                && !read.get(i - 2).tag().equals("PRON");
    }

    /** The tags of a sentence with split contractions. */
    public List<String> tags(List<Word> sentence) {
        return Parts.OF_SPEECH.tagSentence(labels(sentence)).stream()
                .map(TaggedWord::tag)
                .toList();
    }

    private static List<edu.stanford.nlp.ling.Word> labels(List<Word> words) {
        return words.stream()
                .map(word -> new edu.stanford.nlp.ling.Word(word.form()))
                .toList();
    }
}
