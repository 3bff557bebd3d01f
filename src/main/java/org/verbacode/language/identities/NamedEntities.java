package org.verbacode.language.identities;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.verbacode.language.words.Word;

/** Named-entity recognition of persons, places and organisations by CoreNLP's French model, loaded on first use. */
public final class NamedEntities {
    private static final String MODEL = "edu/stanford/nlp/models/ner/french-wikiner-4class.crf.ser.gz";

    private static final class Loaded {
        static final CRFClassifier<CoreLabel> RECOGNISER = load();

        private static CRFClassifier<CoreLabel> load() {
            try {
                return CRFClassifier.getClassifier(MODEL, new Properties());
            } catch (IOException e) {
                throw new UncheckedIOException("reading " + MODEL, e);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("reading " + MODEL, e);
            }
        }
    }

    private NamedEntities() {}

    /** The tag of each word of a sentence: I-PER, I-LOC, I-ORG, I-MISC or O. */
    public static List<String> of(List<Word> sentence) {
        List<CoreLabel> labels = new ArrayList<>(sentence.size());
        for (Word word : sentence) {
            CoreLabel label = new CoreLabel();
            label.setWord(word.form());
            label.set(CoreAnnotations.TextAnnotation.class, word.form());
            labels.add(label);
        }
        List<String> answers = new ArrayList<>(labels.size());
        for (CoreLabel label : Loaded.RECOGNISER.classifySentence(labels)) {
            answers.add(label.get(CoreAnnotations.AnswerAnnotation.class));
        }
        return answers;
    }
}
