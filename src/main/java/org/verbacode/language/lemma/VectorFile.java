package org.verbacode.language.lemma;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.verbacode.language.WordVectors;

/**
 * The file of word vectors in the cache folder: magic number, count, dimensions, each word (length, UTF-8), then the
 * numbers as 16-bit integers in units of 1/10,000, the precision of the parser's file. Memory-mapped, 9 MB.
 */
public final class VectorFile {
    public static final String VERSION = "ud-french-4.5.10";
    public static final float SCALE = 10_000f;

    public static final String SOURCE = "/edu/stanford/nlp/models/parser/nndep/UD_French.gz";
    private static final int MAGIC = 0x56425631;
    private static final int HEADER_LINES = 7;
    private static final int MAX_WORDS = 1_000_000;

    public record Content(List<String> words, ShortBuffer numbers) {}

    private VectorFile() {}

    /** Opens the file of a folder; creates it if it is missing or damaged. */
    public static Content open(Path folder) {
        Path file = folder.resolve("vectors-" + VERSION + ".bin");
        try {
            Optional<Content> kept = Files.exists(file) ? read(file) : Optional.empty();
            if (kept.isPresent()) {
                return kept.get();
            }
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "vectors-", ".tmp");
            try {
                write(fresh);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
            return read(file).orElseThrow(() -> new IllegalStateException("unreadable as soon as written: " + file));
        } catch (IOException e) {
            throw new UncheckedIOException("word vectors in " + file, e);
        }
    }

    private static Optional<Content> read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return Optional.ofNullable(content(bytes));
        }
    }

    private static @Nullable Content content(ByteBuffer bytes) {
        if (bytes.remaining() < 12 || bytes.getInt() != MAGIC) {
            return null;
        }
        int count = bytes.getInt();
        if (bytes.getInt() != WordVectors.DIMENSIONS || count < 1 || count > MAX_WORDS) {
            return null;
        }
        List<String> words = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (bytes.remaining() < 2) {
                return null;
            }
            int length = bytes.getShort();
            if (length < 1 || length > bytes.remaining()) {
                return null;
            }
            byte[] word = new byte[length];
            bytes.get(word);
            words.add(new String(word, StandardCharsets.UTF_8));
        }
        if (bytes.remaining() != count * WordVectors.DIMENSIONS * Short.BYTES) {
            return null;
        }
        return new Content(List.copyOf(words), bytes.asShortBuffer());
    }

    private static void write(Path file) throws IOException {
        try (InputStream resource = VectorFile.class.getResourceAsStream(SOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("not on the class path: " + SOURCE);
            }
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(resource, 1 << 16), StandardCharsets.UTF_8));
            int count = Integer.parseInt(lines.readLine().substring("dict=".length()));
            for (int i = 1; i < HEADER_LINES; i++) {
                lines.readLine();
            }
            List<String> words = new ArrayList<>(count);
            ByteBuffer numbers = ByteBuffer.allocate(count * WordVectors.DIMENSIONS * Short.BYTES);
            for (int i = 0; i < count; i++) {
                String line = lines.readLine();
                int word = wordLength(line);
                if (!isMarker(line.substring(0, word))) {
                    words.add(line.substring(0, word));
                    put(line, word, numbers);
                }
            }
            save(file, words, numbers.flip());
        }
    }

    /** A word may contain spaces, so that the numbers are counted from the end of the line. */
    private static int wordLength(String line) {
        int end = line.length();
        for (int d = 0; d < WordVectors.DIMENSIONS; d++) {
            end = line.lastIndexOf(' ', end - 1);
        }
        return end;
    }

    private static boolean isMarker(String word) {
        return word.equals("-UNKNOWN-") || word.equals("-NULL-") || word.equals("-ROOT-");
    }

    private static void put(String line, int from, ByteBuffer numbers) {
        int at = from;
        for (int d = 0; d < WordVectors.DIMENSIONS; d++) {
            int next = line.indexOf(' ', at + 1);
            float number = Float.parseFloat(line.substring(at + 1, next < 0 ? line.length() : next));
            numbers.putShort((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(number * SCALE))));
            at = next;
        }
    }

    private static void save(Path file, List<String> words, ByteBuffer numbers) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out, 1 << 16))) {
            data.writeInt(MAGIC);
            data.writeInt(words.size());
            data.writeInt(WordVectors.DIMENSIONS);
            for (String word : words) {
                byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
                data.writeShort(bytes.length);
                data.write(bytes);
            }
            byte[] all = new byte[numbers.remaining()];
            numbers.get(all);
            data.write(all);
        }
    }
}
