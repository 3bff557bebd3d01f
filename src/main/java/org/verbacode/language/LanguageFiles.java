package org.verbacode.language;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.verbacode.language.lemma.Lexicon;
import org.verbacode.language.lemma.VectorFile;
import org.verbacode.language.words.Tagger;
import org.verbacode.study.Checksum;

/** Checksums of the resources that determine the French analysis and the word vectors. */
public final class LanguageFiles {
    private static final List<String> PATHS = List.of(
            "/" + Tagger.PARTS_OF_SPEECH,
            "/" + Tagger.CONTRACTIONS,
            Lexicon.DICTIONARY,
            VectorFile.SOURCE,
            "/org/verbacode/language/closed-class.tsv",
            "/org/verbacode/language/abbreviations.tsv");

    private LanguageFiles() {}

    /** SHA-256 by file name. */
    public static Map<String, String> checksums() {
        Map<String, String> checksums = new TreeMap<>();
        for (String path : PATHS) {
            checksums.put(
                    path.substring(path.lastIndexOf('/') + 1),
                    new Checksum().addResource(path).hex());
        }
        return checksums;
    }
}
