package org.verbacode.search;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.search.lucene.AnswerAnalyzer;
import org.verbacode.search.lucene.IndexedAnswer;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;

/**
 * The full-text index of the answers of a study, kept in a folder. The folder is disposable: if it is missing, damaged or
 * of another version, the index is built again; answers that are new or have changed are indexed again. If the folder
 * cannot be written, or another process writes it, the index is kept in memory. Any number of threads may search with
 * the {@link Searcher} they hold while one refreshes the index.
 */
public final class AnswerIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerIndex.class);
    /** Changes with the fields and their analysis. */
    private static final String LAYOUT = "2";

    private static final String STATE = "state";
    private static final String VERSION = "version";

    private final Path folder;
    private final AnswerAnalyzer analyzer;
    private Directory directory;
    private @Nullable Searcher searcher;

    /** Opens the index of a folder; nothing is written before the first {@link #refreshed}. */
    public AnswerIndex(Path folder, FrenchAnalyser analyser) {
        this.folder = folder;
        this.analyzer = new AnswerAnalyzer(analyser);
        this.directory = onDisk(folder);
    }

    /** Receives the progress of indexing; may throw to cancel it, which leaves the index as it was. */
    @FunctionalInterface
    public interface Watcher {
        void at(int done, int total);
    }

    private static Directory onDisk(Path folder) {
        try {
            Files.createDirectories(folder);
            return FSDirectory.open(folder);
        } catch (IOException e) {
            LOG.info("the index is kept in memory: {}", e.getClass().getSimpleName());
            return new ByteBuffersDirectory();
        }
    }

    /**
     * A searcher over exactly these answers, after indexing those that are new or have changed.
     *
     * @param answers all given answers of the study
     */
    public synchronized Searcher refreshed(List<Answer> answers, Watcher watcher) {
        String state = state(answers);
        Searcher current = searcher;
        if (current != null && current.state().equals(state)) {
            return current;
        }
        try {
            return open(answers, state, watcher);
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | IndexNotFoundException
                | FileSystemException
                | EOFException e) {
            LOG.info("the index is built again: {}", e.getClass().getSimpleName());
            return anew(answers, state, watcher);
        } catch (LockObtainFailedException e) {
            LOG.info("another process writes the index; it is kept in memory");
            return inMemory(answers, state, watcher);
        } catch (IOException e) {
            throw new UncheckedIOException("index " + folder, e);
        }
    }

    private Searcher anew(List<Answer> answers, String state, Watcher watcher) {
        try {
            directory.close();
            empty(folder);
            directory = onDisk(folder);
            return open(answers, state, watcher);
        } catch (IOException e) {
            LOG.info("the index is kept in memory: {}", e.getClass().getSimpleName());
            return inMemory(answers, state, watcher);
        }
    }

    private Searcher inMemory(List<Answer> answers, String state, Watcher watcher) {
        try {
            directory.close();
            directory = new ByteBuffersDirectory();
            return open(answers, state, watcher);
        } catch (IOException e) {
            throw new UncheckedIOException("index in memory", e);
        }
    }

    private Searcher open(List<Answer> answers, String state, Watcher watcher) throws IOException {
        if (!DirectoryReader.indexExists(directory) || !stateOf(directory).equals(state)) {
            write(answers, state, watcher);
        }
        Searcher opened = new Searcher(copied(directory), state, analyzer);
        searcher = opened;
        return opened;
    }

    /** The index of a study is a few megabytes: a copy in memory needs no closing and does not change during a search. */
    private static DirectoryReader copied(Directory from) throws IOException {
        Directory memory = new ByteBuffersDirectory();
        for (String file : from.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                memory.copyFrom(from, file, file, IOContext.READONCE);
            }
        }
        DirectoryReader reader = DirectoryReader.open(memory);
        for (LeafReaderContext leaf : reader.leaves()) {
            leaf.reader().checkIntegrity();
        }
        return reader;
    }

    private static String stateOf(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return reader.getIndexCommit().getUserData().getOrDefault(STATE, "");
        }
    }

    private void write(List<Answer> answers, String state, Watcher watcher) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(analyzer);
        config.setCommitOnClose(false);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            Map<String, String> known = known();
            if (known.isEmpty()) {
                writer.deleteAll();
            }
            List<Answer> toRead = new ArrayList<>();
            for (Answer answer : answers) {
                String before = known.remove(answer.id().value());
                if (!IndexedAnswer.fingerprint(answer.text()).equals(before)) {
                    toRead.add(answer);
                }
            }
            for (String gone : known.keySet()) {
                writer.deleteDocuments(new Term(IndexedAnswer.ID, gone));
            }
            for (int i = 0; i < toRead.size(); i++) {
                watcher.at(i, toRead.size());
                Answer answer = toRead.get(i);
                writer.updateDocument(new Term(IndexedAnswer.ID, answer.id().value()), IndexedAnswer.document(answer));
            }
            watcher.at(toRead.size(), toRead.size());
            Map<String, String> data = Map.of(STATE, state, VERSION, version());
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
            LOG.info("{} answers read into the index, {} taken out", toRead.size(), known.size());
        }
    }

    /** Ids and text fingerprints of the indexed answers; none if they were indexed by another version. */
    private Map<String, String> known() throws IOException {
        Map<String, String> known = new HashMap<>();
        if (!DirectoryReader.indexExists(directory)) {
            return known;
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            if (!version().equals(reader.getIndexCommit().getUserData().get(VERSION))) {
                return known;
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                Bits live = leaf.reader().getLiveDocs();
                StoredFields stored = leaf.reader().storedFields();
                for (int i = 0; i < leaf.reader().maxDoc(); i++) {
                    if (live == null || live.get(i)) {
                        known.put(
                                stored.document(i).get(IndexedAnswer.ID),
                                stored.document(i).get(IndexedAnswer.FINGERPRINT));
                    }
                }
            }
        }
        return known;
    }

    private String version() {
        return LAYOUT + " " + analyzer.version();
    }

    /** Hash of the version and of all ids and texts: the index is up to date if it is the same. */
    private String state(List<Answer> answers) {
        Map<AnswerId, String> texts = new TreeMap<>(Comparator.comparing(AnswerId::value));
        answers.forEach(answer -> texts.put(answer.id(), answer.text()));
        List<String> parts = new ArrayList<>();
        parts.add(version());
        texts.forEach((id, text) -> {
            parts.add(id.value());
            parts.add(text);
        });
        return IndexedAnswer.fingerprint(parts.toArray(String[]::new));
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.deleteIfExists(folder);
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.isRegularFile(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Deletes the folder of an index that is not open. */
    public static void delete(Path folder) {
        try {
            empty(folder);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("index " + folder, e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("index " + folder, e);
        }
    }
}
