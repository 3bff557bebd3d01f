package org.verbacode.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An incremental SHA-256. Not for several threads. */
public final class Checksum {
    private final MessageDigest digest;

    public Checksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Adds texts, each preceded by its length, so that their borders count. */
    public Checksum add(String... texts) {
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return this;
    }

    /** Adds the rest of a stream, which is left open. */
    public Checksum add(InputStream in) throws IOException {
        in.transferTo(through(OutputStream.nullOutputStream()));
        return this;
    }

    /** Adds a resource of the class path. */
    public Checksum addResource(String path) {
        try (InputStream in = Checksum.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + path);
            }
            return add(in);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }

    /** Returns a stream that adds all that is written through it. */
    public OutputStream through(OutputStream out) {
        return new DigestOutputStream(out, digest);
    }

    /** The 64 hexadecimal digits of the hash; resets it. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
