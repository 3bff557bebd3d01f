package org.verbacode.language.words;

import edu.stanford.nlp.international.french.process.FrenchTokenizer;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.Tokenizer;
import edu.stanford.nlp.process.TokenizerFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verbacode.language.lemma.Lexicon;

/** Tokenises a text as Universal Dependencies does for French; contractions are not yet split. */
public final class Tokeniser {
    /** Emoticons, separated by spaces or at the end of a sentence: ":-)", ";D", "<3", "^^". */
    private static final Pattern SMILEY = Pattern.compile(
            "(?<![\\p{L}\\p{N}\\p{P}\\p{S}])(?:[:;][-o^']?[)(\\]\\[DPpO/|*]+|[xX][)D]+|=[)(D]+|[)(]+[-^']?[:;]|<3+"
                    + "|\\^[_.]?\\^|:'-?\\()(?![\\p{L}\\p{N}'’])");

    /** Characters without a space that are tokenised in one call. */
    private static final int MAX_RUN_LENGTH = 2_000;

    private final TokenizerFactory<CoreLabel> factory = FrenchTokenizer.factory(
            new CoreLabelTokenFactory(),
            "invertible=true,splitCompounds=false,splitContractions=false,untokenizable=noneDelete");

    private final TokenBoundaries boundaries;

    public Tokeniser(Lexicon lexicon) {
        this.boundaries = new TokenBoundaries(lexicon);
    }

    /** The words of a text, with offsets into the text as written; an emoticon is one word. */
    public List<Word> words(AlignedText reading) {
        List<Word> words = cut(reading);
        Matcher smileys = SMILEY.matcher(reading.text());
        return smileys.find() ? joined(reading, words, smileys) : words;
    }

    static boolean isSmiley(String form) {
        return SMILEY.matcher(form).matches();
    }

    private static List<Word> joined(AlignedText reading, List<Word> words, Matcher smileys) {
        List<Word> joined = new ArrayList<>(words.size());
        int i = 0;
        do {
            int start = reading.start(smileys.start());
            int end = reading.end(smileys.end());
            while (i < words.size() && words.get(i).end() <= start) {
                joined.add(words.get(i++));
            }
            int next = i;
            while (next < words.size() && words.get(next).end() <= end) {
                next++;
            }
            if (next > i && words.get(i).start() == start && words.get(next - 1).end() == end) {
                joined.add(new Word(start, end, smileys.group()));
                i = next;
            }
        } while (smileys.find());
        joined.addAll(words.subList(i, words.size()));
        return joined;
    }

    /**
     * End of the piece that is tokenised in one call: the end of the text, or within a very long run without spaces,
     * for which the tokeniser takes quadratic time.
     */
    private static int pieceEnd(String text, int from) {
        int blank = from;
        for (int i = from; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                blank = i;
            } else if (i - blank >= MAX_RUN_LENGTH && !isInside(text, i)) {
                return i;
            }
        }
        return text.length();
    }

    /** Whether a boundary here would split a user-perceived character. */
    private static boolean isInside(String text, int i) {
        int type = Character.getType(text.charAt(i));
        return Character.isLowSurrogate(text.charAt(i))
                || type == Character.NON_SPACING_MARK
                || type == Character.FORMAT
                || text.charAt(i - 1) == '\u200D';
    }

    private List<Word> cut(AlignedText reading) {
        String text = reading.text();
        List<Word> words = new ArrayList<>(text.length() / 5 + 1);
        int from = 0;
        while (from < text.length()) {
            int to = pieceEnd(text, from);
            Tokenizer<CoreLabel> tokenizer = factory.getTokenizer(new StringReader(text.substring(from, to)));
            while (tokenizer.hasNext()) {
                CoreLabel label = tokenizer.next();
                int start = from + label.beginPosition();
                int end = from + label.endPosition();
                words.add(new Word(start, end, text.substring(start, end)));
            }
            from = to;
        }
        return placed(boundaries.mend(words, text), reading);
    }

    /** The words with offsets into the text as written; words from one source character share its span. */
    private static List<Word> placed(List<Word> words, AlignedText reading) {
        List<Word> placed = new ArrayList<>(words.size());
        for (Word word : words) {
            int start = reading.start(word.start());
            int end = reading.end(word.end());
            int last = placed.size() - 1;
            if (last >= 0 && start < placed.get(last).end()) {
                Word before = placed.get(last);
                start = before.start();
                end = Math.max(end, before.end());
                for (int i = last; i >= 0 && placed.get(i).start() == start; i--) {
                    placed.set(i, new Word(start, end, placed.get(i).form()));
                }
            }
            placed.add(new Word(start, end, word.form()));
        }
        return placed;
    }
}
