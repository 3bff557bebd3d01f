package org.verbacode.language.lemma;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the tab-separated resource tables of {@code language}. */
public final class LanguageTables {
    private static final String FOLDER = "/org/verbacode/language/";

    private LanguageTables() {}

    /** The rows of a table, by its file name; empty lines and lines beginning with # are skipped. */
    public static List<String[]> rows(String name) {
        try (InputStream in = LanguageTables.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }
}
