package org.verbacode.workflow.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Versions of Java, Verbacode and the libraries that compute a model, as the build recorded them. */
final class LibraryVersions {
    private static final String FILE = "libraries.properties";

    private LibraryVersions() {}

    /** Versions by name. */
    static Map<String, String> versions() {
        Properties written = new Properties();
        try (InputStream in = LibraryVersions.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + FILE);
            }
            written.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + FILE, e);
        }
        Map<String, String> versions = new TreeMap<>();
        written.stringPropertyNames().forEach(name -> versions.put(name, written.getProperty(name)));
        versions.put("java", Runtime.version().toString());
        return versions;
    }
}
