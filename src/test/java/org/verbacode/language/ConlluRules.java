package org.verbacode.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The language-independent rules of the official Universal Dependencies validator, levels 1 and 2. */
final class ConlluRules {
    private static final Set<String> PARTS_OF_SPEECH = Set.of(
            "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
            "SCONJ", "SYM", "VERB", "X");
    private static final Set<String> RELATIONS = Set.of(
            "acl",
            "advcl",
            "advmod",
            "amod",
            "appos",
            "aux",
            "case",
            "cc",
            "ccomp",
            "clf",
            "compound",
            "conj",
            "cop",
            "csubj",
            "dep",
            "det",
            "discourse",
            "dislocated",
            "expl",
            "fixed",
            "flat",
            "goeswith",
            "iobj",
            "list",
            "mark",
            "nmod",
            "nsubj",
            "nummod",
            "obj",
            "obl",
            "orphan",
            "parataxis",
            "punct",
            "reparandum",
            "root",
            "vocative",
            "xcomp");
    private static final Pattern FEATURE =
            Pattern.compile("[A-Z][A-Za-z0-9]*(\\[[a-z0-9]+])?=[A-Z0-9][A-Za-z0-9]*(,[A-Z0-9][A-Za-z0-9]*)*");
    private static final Pattern RELATION = Pattern.compile("[a-z]+(:[a-z]+)?");
    private static final Pattern ID = Pattern.compile("[1-9]\\d*");
    private static final Pattern RANGE = Pattern.compile("[1-9]\\d*-[1-9]\\d*");
    private static final Pattern NAME = Pattern.compile("[^\\s/]+");
    private static final Pattern BLANK = Pattern.compile("(?U)\\s");
    private static final Pattern BLANKS = Pattern.compile("(?U)\\s\\s");
    private static final int FORM = 1;
    private static final int LEMMA = 2;
    private static final int MISC = 9;

    private final List<String> broken = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private ConlluRules() {}

    /** All violations, with their lines. */
    static List<String> breaches(String file) {
        ConlluRules rules = new ConlluRules();
        rules.file(file);
        return rules.broken;
    }

    private void file(String file) {
        if (file.isEmpty()) {
            return;
        }
        check(file.endsWith("\n\n"), "a file ends with an empty line", file.substring(Math.max(0, file.length() - 20)));
        check(!file.endsWith("\n\n\n") && !file.startsWith("\n"), "one empty line after a sentence", file);
        List<String> sentence = new ArrayList<>();
        for (String line : file.split("\n", -1)) {
            line(line);
            if (!line.isEmpty()) {
                sentence.add(line);
            } else if (!sentence.isEmpty()) {
                sentence(sentence);
                sentence.clear();
            }
        }
    }

    private void line(String line) {
        check(Normalizer.isNormalized(line, Normalizer.Form.NFC), "NFC", line);
        check(line.isEmpty() || !line.isBlank(), "an empty line has no blanks", line);
        check(line.codePoints().noneMatch(c -> c != '\t' && Character.isISOControl(c)), "no control characters", line);
        check(line.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF), "no half characters", line);
    }

    private void sentence(List<String> lines) {
        List<String[]> rows = new ArrayList<>();
        List<String> sentenceNames = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("#")) {
                check(rows.isEmpty(), "comments come before words", line);
                check(line.equals(line.stripTrailing()), "no blanks at the end of a comment", line);
                if (line.startsWith("# sent_id = ")) {
                    sentenceNames.add(line.substring("# sent_id = ".length()));
                } else if (line.startsWith("# text = ")) {
                    texts.add(line.substring("# text = ".length()));
                } else {
                    check(line.matches("# newdoc id = \\S+"), "a known comment", line);
                }
            } else {
                rows.add(line.split("\t", -1));
                columns(rows.get(rows.size() - 1), line);
            }
        }
        String first = lines.get(0);
        check(!rows.isEmpty(), "a sentence has words", first);
        check(sentenceNames.size() == 1 && texts.size() == 1, "one sent_id and one text", first);
        check(
                sentenceNames.stream().allMatch(name -> NAME.matcher(name).matches() && names.add(name)),
                "sent_id",
                first);
        if (texts.size() == 1 && rows.stream().allMatch(row -> row.length == 10)) {
            int before = broken.size();
            ids(rows, texts.get(0));
            text(rows, texts.get(0));
            if (broken.size() == before) {
                tree(rows, texts.get(0));
            }
        }
    }

    private void columns(String[] row, String line) {
        check(row.length == 10, "ten columns", line);
        if (row.length != 10) {
            return;
        }
        for (int i = 0; i < row.length; i++) {
            check(!row[i].isEmpty(), "no empty column", line);
            check(!BLANKS.matcher(row[i]).find() && row[i].equals(row[i].strip()), "single blanks inside", line);
            boolean mayHold = i == FORM || i == LEMMA || i == MISC;
            check(mayHold || !BLANK.matcher(row[i]).find(), "no blank in column " + (i + 1), line);
        }
        boolean range = RANGE.matcher(row[0]).matches();
        check(range || ID.matcher(row[0]).matches(), "an id", line);
        if (range) {
            check(!BLANK.matcher(row[FORM]).find(), "no blank in the form of a range", line);
            for (int i = LEMMA; i < MISC; i++) {
                check(row[i].equals("_"), "a range has only a form", line);
            }
        } else {
            check(PARTS_OF_SPEECH.contains(row[3]), "a part of speech", line);
            check(
                    RELATION.matcher(row[7]).matches() && RELATIONS.contains(row[7].split(":", 2)[0]),
                    "a relation",
                    line);
            check(row[8].equals("_") || row[8].contains(":"), "enhanced relations", line);
            check(row[LEMMA].equals("_") == row[FORM].equals("_"), "a lemma", line);
        }
        features(row[5], line);
        if (!row[MISC].equals("_")) {
            Set<String> keys = new HashSet<>();
            for (String attribute : row[MISC].split("\\|", -1)) {
                check(!attribute.isEmpty() && attribute.equals(attribute.strip()), "no empty attribute", line);
                check(!attribute.startsWith("=") && keys.add(attribute.split("=", 2)[0]), "each attribute once", line);
            }
        }
    }

    private void features(String cell, String line) {
        if (cell.equals("_")) {
            return;
        }
        String last = "";
        for (String feature : cell.split("\\|", -1)) {
            String name = feature.split("=", 2)[0].toLowerCase(Locale.ROOT);
            check(FEATURE.matcher(feature).matches() && name.compareTo(last) > 0, "features in order", line);
            last = name;
        }
    }

    private void ids(List<String[]> rows, String text) {
        int next = 1;
        int covered = 0;
        for (String[] row : rows) {
            String[] ends = row[0].split("-", -1);
            if (ends.length == 2) {
                int from = Integer.parseInt(ends[0]);
                check(from == next && from > covered && Integer.parseInt(ends[1]) > from, "range " + row[0], text);
                covered = Integer.parseInt(ends[1]);
            } else {
                check(row[0].equals(Integer.toString(next)), "ids count up: " + row[0], text);
                check(next > covered || !row[MISC].contains("SpaceAfter"), "no SpaceAfter inside a range", text);
                next++;
            }
        }
        check(covered < next, "a range ends among the words", text);
    }

    private void text(List<String[]> rows, String text) {
        StringBuilder whole = new StringBuilder();
        int covered = 0;
        for (String[] row : rows) {
            String[] ends = row[0].split("-", -1);
            if (ends.length == 1 && Integer.parseInt(ends[0]) <= covered) {
                continue;
            }
            covered = ends.length == 2 ? Integer.parseInt(ends[1]) : covered;
            boolean joined = List.of(row[MISC].split("\\|", -1)).contains("SpaceAfter=No");
            whole.append(row[FORM]).append(joined ? "" : " ");
        }
        check(text.equals(text.strip()) && !text.isEmpty(), "a text without blanks around it", text);
        check(whole.toString().stripTrailing().equals(text), "the text is that of the words: " + whole, text);
    }

    private void tree(List<String[]> rows, String text) {
        List<String[]> words =
                rows.stream().filter(row -> !row[0].contains("-")).toList();
        int roots = 0;
        for (String[] word : words) {
            boolean root = word[6].equals("0");
            roots += root ? 1 : 0;
            check(root == word[7].equals("root"), "root and head 0 go together", text);
            int at = Integer.parseInt(word[0]);
            int steps = 0;
            while (at != 0 && steps <= words.size()) {
                int head = Integer.parseInt(words.get(at - 1)[6]);
                check(head >= 0 && head <= words.size(), "a head among the words", text);
                at = head < 0 || head > words.size() ? 0 : head;
                steps++;
            }
            check(steps <= words.size(), "no cycle", text);
        }
        check(roots == 1, "one root", text);
    }

    private void check(boolean kept, String rule, String where) {
        if (!kept) {
            broken.add(rule + ": " + where);
        }
    }
}
