package org.verbacode.language.treebank;

import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.Token;

/** Writes one answer as CoNLL-U. */
public final class ConlluWriter {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cs}\\p{Cc}&&[^\\t\\n\\r]]");
    /** Characters that would join the preceding one: combining marks, and Korean vowels and final consonants. */
    private static final Pattern JOINS_BACKWARD = Pattern.compile("^[\\p{M}\\u1160-\\u11FF]");

    private static final Pattern NOT_IN_IDS = Pattern.compile("[ /]");

    private final AnalysedAnswer answer;
    private final Appendable out;

    public ConlluWriter(AnalysedAnswer answer, Appendable out) {
        this.answer = answer;
        this.out = out;
    }

    public void write(String id) throws IOException {
        List<Token> tokens = answer.tokens();
        List<Integer> starts = answer.sentences();
        String name = NOT_IN_IDS.matcher(line(id)).replaceAll("_");
        for (int s = 0; s < starts.size(); s++) {
            int from = starts.get(s);
            int to = s + 1 < starts.size() ? starts.get(s + 1) : tokens.size();
            if (s == 0) {
                out.append("# newdoc id = ").append(name).append('\n');
            }
            out.append("# sent_id = ")
                    .append(name)
                    .append('-')
                    .append(Integer.toString(s + 1))
                    .append('\n');
            out.append("# text = ").append(text(from, to)).append('\n');
            for (int i = from; i < to; i++) {
                word(i, from, to);
            }
            out.append('\n');
        }
    }

    private void word(int i, int from, int to) throws IOException {
        List<Token> tokens = answer.tokens();
        Token token = tokens.get(i);
        int last = lastOfSpan(i, to);
        boolean first = i == from || !sameSpan(tokens.get(i - 1), token);
        boolean part = last > i || !first;
        if (first && last > i) {
            row(
                    (i - from + 1) + "-" + (last - from + 1),
                    written(token),
                    "_",
                    "_",
                    "_",
                    "_",
                    misc(token, last, to, true));
        }
        row(
                Integer.toString(i - from + 1),
                part ? cell(token.form()) : written(token),
                cell(token.lemma().equals("_") ? written(token) : token.lemma()),
                token.upos(),
                i == from ? "0" : "1",
                i == from ? "root" : token.upos().equals("PUNCT") ? "punct" : "dep",
                part ? "_" : misc(token, i, to, false));
    }

    private void row(String id, String form, String lemma, String upos, String head, String relation, String misc)
            throws IOException {
        out.append(id)
                .append('\t')
                .append(form)
                .append('\t')
                .append(lemma)
                .append('\t')
                .append(upos);
        out.append("\t_\t_\t")
                .append(head)
                .append('\t')
                .append(relation)
                .append("\t_\t")
                .append(misc)
                .append('\n');
    }

    private int lastOfSpan(int i, int to) {
        List<Token> tokens = answer.tokens();
        int last = i;
        while (last + 1 < to && sameSpan(tokens.get(last + 1), tokens.get(i))) {
            last++;
        }
        return last;
    }

    private static boolean sameSpan(Token one, Token other) {
        return one.start() == other.start() && one.end() == other.end();
    }

    /** The MISC column: spacing after the span, and the corrected spelling. */
    private String misc(Token token, int last, int to, boolean range) {
        boolean joined = last + 1 < to
                && answer.tokens().get(last + 1).start()
                        == answer.tokens().get(last).end();
        String read = !range && !written(token).equals(cell(token.form())) ? "Read=" + misc(token.form()) : "";
        if (joined) {
            return read.isEmpty() ? "SpaceAfter=No" : read + "|SpaceAfter=No";
        }
        return read.isEmpty() ? "_" : read;
    }

    private static String misc(String value) {
        return cell(value).replace('|', '/');
    }

    private String written(Token token) {
        return cell(answer.text().substring(token.start(), token.end()));
    }

    /** The text of a sentence as its words give it, with single spaces where there were any. */
    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        int end = -1;
        for (int i = from; i < to; i++) {
            Token token = answer.tokens().get(i);
            if (i > from && sameSpan(answer.tokens().get(i - 1), token)) {
                continue;
            }
            if (end >= 0 && token.start() > end) {
                text.append(' ');
            }
            text.append(written(token));
            end = token.end();
        }
        return text.toString();
    }

    private static String cell(String value) {
        String cell = line(value);
        return cell.isEmpty() ? "_" : cell;
    }

    private static String line(String value) {
        String whole = UNSEEN.matcher(value).replaceAll("");
        String line = BLANKS.matcher(Normalizer.normalize(whole, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        // A combining mark without a base letter is written on a dotted circle.
        return JOINS_BACKWARD.matcher(line).find() ? "\u25CC" + line : line;
    }
}
