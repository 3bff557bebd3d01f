package org.verbacode.exchange.table;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.verbacode.exchange.Formulas;
import org.verbacode.exchange.Json;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/**
 * A CSV file of a long task: UTF-8, commas, RFC 4180. It appears when {@link #finish} is called; until then it grows
 * as {@code NAME.verbacode-part}, with {@code NAME.verbacode-part.json} recording its inputs. If the program is
 * killed, both stay, and a run with the same inputs resumes after the last complete record. One process writes at a
 * time.
 */
public final class ResumableCsv implements AutoCloseable {
    private static final String PART = ".verbacode-part";
    private static final String RECORD = PART + ".json";
    private static final Set<OpenOption> OWN = Set.of(
            StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    private static final long MAX_RECORD_BYTES = 64L << 20;
    /** Number of records between two syncs to the disk. */
    private static final int RECORDS_BETWEEN_SYNCS = 10_000;

    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final boolean startedAgain;
    private @Nullable InputStream before;
    private @Nullable CSVPrinter printer;
    private long end;
    private long written;
    private boolean failed;

    private ResumableCsv(Path target, FileChannel channel, Map<String, String> madeFrom) throws IOException {
        this.target = target;
        this.part = beside(target, PART);
        this.channel = channel;
        boolean isSame = channel.size() > 0 && new TreeMap<>(madeFrom).equals(record());
        startedAgain = channel.size() > 0 && !isSame;
        if (isSame) {
            before = new BufferedInputStream(Channels.newInputStream(channel));
        } else {
            channel.truncate(0);
            Files.writeString(beside(target, RECORD), Json.write(new TreeMap<>(madeFrom)) + "\n");
        }
    }

    private static Path beside(Path target, String suffix) {
        return target.resolveSibling(target.getFileName() + suffix);
    }

    /**
     * Creates a file, or resumes one.
     *
     * @param madeFrom all inputs: if one differs, nothing is resumed
     * @throws RefusedException if nothing can be written there, or another process is writing it
     */
    public static ResumableCsv open(Path target, Map<String, String> madeFrom) {
        Path whole = target.toAbsolutePath();
        try {
            Path folder = whole.getParent();
            if (folder == null || Files.isDirectory(whole)) {
                throw new RefusedException(Message.of("exchange.out.folder", target));
            }
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(beside(whole, PART), OWN);
            try {
                lock(channel, target);
                return new ResumableCsv(whole, channel, madeFrom);
            } catch (IOException | RefusedException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.out.unwritable", target), e);
        }
    }

    private static void lock(FileChannel channel, Path target) throws IOException {
        boolean free;
        try {
            free = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            free = false;
        }
        if (!free) {
            throw new RefusedException(Message.of("exchange.out.busy", target));
        }
    }

    private @Nullable Object record() {
        try {
            return Json.read(Files.readString(beside(target, RECORD)), TreeMap.class, PART);
        } catch (IOException | RefusedException e) {
            // The inputs of the partial file are unknown.
            return null;
        }
    }

    /** Whether a partial file of other inputs is discarded. */
    public boolean startedAgain() {
        return startedAgain;
    }

    /**
     * Takes over the next record of the partial file, if it is complete. If not, it and all after it are dropped.
     *
     * @param right whether it is the expected record
     */
    public boolean takeOver(Predicate<List<String>> right) {
        InputStream in = before;
        if (in == null) {
            return false;
        }
        try {
            byte[] bytes = whole(in);
            List<String> cells = cells(new String(bytes, StandardCharsets.UTF_8));
            if (!cells.isEmpty() && right.test(cells)) {
                end += bytes.length;
                return true;
            }
        } catch (IOException e) {
            throw unfinished(e);
        }
        before = null;
        return false;
    }

    /** The next record with its line end; empty if it is incomplete. */
    private static byte[] whole(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean quoted = false;
        int last = 0;
        for (int next = in.read(); next >= 0 && bytes.size() < MAX_RECORD_BYTES; next = in.read()) {
            bytes.write(next);
            quoted ^= next == '"';
            if (next == '\n' && last == '\r' && !quoted) {
                return bytes.toByteArray();
            }
            last = next;
        }
        return new byte[0];
    }

    private static List<String> cells(String text) {
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? records.get(0).toList() : List.of();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** Writes a record; respondents' words should be passed through {@link Formulas#neutralised}. */
    public void write(List<String> cells) {
        try {
            CSVPrinter printing = printing();
            printing.printRecord(cells);
            if (++written % RECORDS_BETWEEN_SYNCS == 0) {
                printing.flush();
                channel.force(false);
            }
        } catch (IOException e) {
            throw unfinished(e);
        }
    }

    private CSVPrinter printing() throws IOException {
        CSVPrinter printing = printer;
        if (printing == null) {
            before = null;
            channel.truncate(end);
            channel.position(end);
            printing = new CSVPrinter(
                    new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8)), CSVFormat.RFC4180);
            printer = printing;
        }
        return printing;
    }

    /** Completes the file. */
    public void finish() {
        try {
            CSVPrinter printing = printing();
            printing.flush();
            channel.force(true);
            printing.close();
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(beside(target, RECORD));
        } catch (IOException e) {
            throw unfinished(e);
        }
    }

    private RefusedException unfinished(IOException e) {
        failed = true;
        return new RefusedException(Message.of("exchange.out.unfinished", target, part), e);
    }

    /** Keeps an unfinished file for the next run. */
    @Override
    public void close() {
        try (FileChannel closing = channel) {
            CSVPrinter printing = printer;
            // After a failed write, closing would write again.
            if (printing != null && closing.isOpen() && !failed) {
                printing.flush();
            }
        } catch (IOException e) {
            throw unfinished(e);
        }
    }
}
