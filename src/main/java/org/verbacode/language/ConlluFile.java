package org.verbacode.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.verbacode.language.ConlluSentence.ConlluWord;
import org.verbacode.language.treebank.ConlluWriter;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/** Reads and writes CoNLL-U, the format of Universal Dependencies. */
public final class ConlluFile {
    private static final int COLUMNS = 10;

    private ConlluFile() {}

    /**
     * Reads a treebank.
     *
     * @throws RefusedException if the file is missing, is not UTF-8, or has a line that is not CoNLL-U
     */
    public static List<ConlluSentence> read(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(lines, file);
        } catch (NoSuchFileException e) {
            throw new RefusedException(Message.of("language.conllu.missing", file), e);
        } catch (CharacterCodingException e) {
            throw new RefusedException(Message.of("language.conllu.encoding", file), e);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    private static List<ConlluSentence> read(BufferedReader lines, Path file) throws IOException {
        List<ConlluSentence> sentences = new ArrayList<>();
        List<ConlluWord> words = new ArrayList<>();
        String text = "";
        String contraction = "";
        int contractionStart = 0;
        int contractionEnd = 0;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                if (!words.isEmpty()) {
                    sentences.add(new ConlluSentence(text, words));
                }
                words = new ArrayList<>();
                text = "";
                contractionEnd = 0;
            } else if (line.startsWith("# text =")) {
                text = line.substring("# text =".length()).strip();
            } else if (!line.startsWith("#")) {
                String[] columns = line.split("\t", -1);
                if (columns.length != COLUMNS) {
                    throw new RefusedException(Message.of("language.conllu.line", file, number));
                }
                int dash = columns[0].indexOf('-');
                if (dash > 0) {
                    contraction = columns[1];
                    contractionStart = id(columns[0].substring(0, dash), file, number);
                    contractionEnd = id(columns[0].substring(dash + 1), file, number);
                } else if (columns[0].indexOf('.') < 0) {
                    int id = id(columns[0], file, number);
                    boolean inside = id >= contractionStart && id <= contractionEnd;
                    words.add(new ConlluWord(
                            columns[1],
                            columns[2],
                            columns[3],
                            inside ? contraction : columns[1],
                            inside ? id - contractionStart : 0));
                }
            }
        }
        if (!words.isEmpty()) {
            sentences.add(new ConlluSentence(text, words));
        }
        return sentences;
    }

    private static int id(String digits, Path file, int line) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new RefusedException(Message.of("language.conllu.line", file, line), e);
        }
    }

    /**
     * Writes an answer as CoNLL-U: one block per sentence, {@code newdoc id} before the first, contractions as
     * ranges, {@code SpaceAfter=No} where the next word follows without a space. An empty column is "_". Heads are
     * unknown: all words depend on the first one, which the format's rules accept. A corrected word has the form as
     * written, and its corrected spelling in MISC. Nothing is written for an answer without words.
     *
     * @param id the answer's name; line breaks in it become spaces
     */
    public static void write(String id, AnalysedAnswer answer, Appendable out) throws IOException {
        new ConlluWriter(answer, out).write(id);
    }
}
