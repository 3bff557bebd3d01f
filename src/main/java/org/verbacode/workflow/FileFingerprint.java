package org.verbacode.workflow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.verbacode.exchange.survey.Row;
import org.verbacode.exchange.survey.SurveyFile;
import org.verbacode.exchange.survey.TableReader;
import org.verbacode.study.Message;

/**
 * Number of rows and content hash of a file, computed in one pass before a long task begins.
 *
 * @param hash SHA-256 of its headers and cells
 */
public record FileFingerprint(long rows, String hash) {
    private static final Message TASK = Message.of("workflow.task.counting");
    private static final int ROWS_BETWEEN_REPORTS = 10_000;

    public static FileFingerprint of(SurveyFile file, Progress progress) {
        MessageDigest digest = sha256();
        update(digest, file.headers());
        long count = 0;
        try (TableReader rows = file.rows()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                update(digest, row.cells());
                if (++count % ROWS_BETWEEN_REPORTS == 0) {
                    progress.at(TASK, count, 0);
                }
            }
        }
        return new FileFingerprint(count, HexFormat.of().formatHex(digest.digest()));
    }

    private static void update(MessageDigest digest, List<String> cells) {
        for (String cell : cells) {
            digest.update(cell.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        digest.update((byte) '\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
