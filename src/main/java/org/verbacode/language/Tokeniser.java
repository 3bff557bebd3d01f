package org.verbacode.language;

import edu.stanford.nlp.international.french.process.FrenchTokenizer;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.Tokenizer;
import edu.stanford.nlp.process.TokenizerFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into words as Universal Dependencies does for French, contractions still whole. */
final class Tokeniser {
    private final TokenizerFactory<CoreLabel> factory = FrenchTokenizer.factory(
            new CoreLabelTokenFactory(),
            "invertible=true,splitCompounds=false,splitContractions=false,untokenizable=noneDelete");

    /** The words of a text, with their places in the text as it was written. */
    List<Word> words(ReadingText reading) {
        String text = reading.text();
        List<Word> words = new ArrayList<>(text.length() / 5 + 1);
        Tokenizer<CoreLabel> tokenizer = factory.getTokenizer(new StringReader(text));
        while (tokenizer.hasNext()) {
            CoreLabel label = tokenizer.next();
            int start = label.beginPosition();
            int end = label.endPosition();
            words.add(new Word(reading.start(start), reading.end(end), text.substring(start, end)));
        }
        return words;
    }
}
