package org.verbacode.workflow.analysis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.verbacode.exchange.Json;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.store.AnalysisCache;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.ParallelMap;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;

/**
 * Analyses many texts in parallel. The analyses of a workspace's texts are cached until the version of the analyser
 * changes.
 */
public final class BatchAnalysis {
    private static final Message TASK = Message.of("workflow.task.reading");
    /** Analyses written to the cache in one transaction. */
    private static final int KEPT_AT_ONCE = 500;

    private static final String CACHE = "readings.db";

    private BatchAnalysis() {}

    /** Whether a file of the cache folder holds analyses. */
    public static boolean isCache(Path file) {
        return String.valueOf(file.getFileName()).startsWith(CACHE);
    }

    /** The analyses of the texts, in their order. */
    public static List<AnalysedAnswer> of(
            List<String> texts, FrenchAnalyser analyser, ParallelMap cores, Progress progress) {
        List<AnalysedAnswer> read = new ArrayList<>(texts.size());
        progress.at(TASK, 0, texts.size());
        cores.each(texts.iterator(), analyser::analyse, answer -> {
            read.add(answer);
            progress.at(TASK, read.size(), texts.size());
        });
        return read;
    }

    /** The same with the cache of a workspace. */
    public static List<AnalysedAnswer> of(
            Workspace workspace, List<String> texts, FrenchAnalyser analyser, ParallelMap cores, Progress progress) {
        Optional<AnalysisCache> cache = cache(workspace, analyser);
        if (cache.isEmpty()) {
            return of(texts, analyser, cores, progress);
        }
        Set<String> distinct = new LinkedHashSet<>(texts);
        Map<String, AnalysedAnswer> known = known(cache.get(), distinct);
        Map<String, String> fresh = new HashMap<>();
        List<String> missing =
                distinct.stream().filter(text -> !known.containsKey(text)).toList();
        int[] done = {texts.size() - missing.size()};
        progress.at(TASK, done[0], texts.size());
        cores.each(missing.iterator(), analyser::analyse, answer -> {
            known.put(answer.text(), answer);
            fresh.put(key(answer.text()), Json.line(answer));
            if (fresh.size() == KEPT_AT_ONCE) {
                cache.get().keep(fresh);
                fresh.clear();
            }
            progress.at(TASK, ++done[0], texts.size());
        });
        cache.get().keep(fresh);
        List<AnalysedAnswer> read = new ArrayList<>(texts.size());
        for (String text : texts) {
            AnalysedAnswer answer = known.get(text);
            read.add(answer == null ? analyser.analyse(text) : answer);
        }
        return read;
    }

    private static Optional<AnalysisCache> cache(Workspace workspace, FrenchAnalyser analyser) {
        try {
            Files.createDirectories(workspace.cache());
            return Optional.of(new AnalysisCache(workspace.cache().resolve(CACHE), analyser.version()));
        } catch (IOException e) {
            // The workspace cannot be written: without the cache everything is analysed again.
            return Optional.empty();
        }
    }

    /** Cached analyses are checked: each must be an analysis of the very text. */
    private static Map<String, AnalysedAnswer> known(AnalysisCache cache, Set<String> texts) {
        Map<String, String> keys = new HashMap<>();
        texts.forEach(text -> keys.put(key(text), text));
        Map<String, AnalysedAnswer> known = new HashMap<>();
        cache.find(keys.keySet()).forEach((key, json) -> {
            try {
                AnalysedAnswer answer = Json.read(json, AnalysedAnswer.class, CACHE);
                if (answer.text().equals(keys.get(key))) {
                    known.put(answer.text(), answer);
                }
            } catch (RefusedException e) {
                // The entry is damaged; it is computed again and replaced.
                known.remove(keys.get(key));
            }
        });
        return known;
    }

    private static String key(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
