package org.verbacode.store;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.verbacode.study.AnswerId;
import org.verbacode.study.StudyName;

/** Masked answers, and keyed hashes of their purged originals. */
public final class Masks {
    private static final String HASH = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    /** The original texts of masked answers. */
    private static final String REPLACED =
            " FROM answer_text t WHERE t.answer IN (SELECT id FROM answer WHERE study = :study)"
                    + " AND EXISTS (SELECT 1 FROM answer_text m WHERE m.answer = t.answer AND m.masked = 1)"
                    + " AND t.version <> (SELECT max(c.version) FROM answer_text c WHERE c.answer = t.answer AND c.accepted = 1)";

    private final Jdbi jdbi;
    private final EventIds ids;

    Masks(Jdbi jdbi, EventIds ids) {
        this.jdbi = jdbi;
        this.ids = ids;
    }

    /** Replaces texts by masked ones; the originals are kept until they are purged. */
    public void store(Map<AnswerId, String> texts) {
        jdbi.useTransaction(handle -> texts.forEach((answer, text) -> handle.createUpdate(
                        "INSERT INTO answer_text (answer, version, text, accepted, imported_at, masked) VALUES"
                                + " (:answer, (SELECT max(version) + 1 FROM answer_text WHERE answer = :answer),"
                                + " :text, 1, :at, 1)")
                .bind("answer", answer.value())
                .bind("text", text)
                .bind("at", ids.now().toString())
                .execute()));
    }

    /** The original texts of a study that are still kept. */
    public List<String> replaced(StudyName study) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT t.text" + REPLACED + " ORDER BY t.answer, t.version")
                        .bind("study", study.value())
                        .mapTo(String.class)
                        .list());
    }

    /**
     * Deletes these texts and keeps keyed hashes of them. The database file holds no trace once {@link
     * Database#scrub} has run.
     *
     * @return number of answers that lost an earlier text
     */
    public int purge(StudyName study) {
        return jdbi.inTransaction(handle -> {
            SecretKeySpec key = key(handle);
            List<List<String>> texts = handle.createQuery("SELECT t.answer, t.text" + REPLACED)
                    .bind("study", study.value())
                    .map((row, context) -> List.of(row.getString(1), row.getString(2)))
                    .list();
            for (List<String> text : texts) {
                handle.createUpdate(
                                "INSERT INTO purged_text (answer, hash) VALUES (:answer, :hash) ON CONFLICT DO NOTHING")
                        .bind("answer", text.get(0))
                        .bind("hash", hash(key, text.get(1)))
                        .execute();
            }
            int answers =
                    (int) texts.stream().map(text -> text.get(0)).distinct().count();
            handle.createUpdate("DELETE FROM answer_text WHERE (answer, version) IN (SELECT t.answer, t.version"
                            + REPLACED + ")")
                    .bind("study", study.value())
                    .execute();
            handle.createUpdate("INSERT INTO purge (id, study, answers, purged_at) VALUES (:id, :study, :answers, :at)")
                    .bind("id", ids.next().value())
                    .bind("study", study.value())
                    .bind("answers", answers)
                    .bind("at", ids.now().toString())
                    .execute();
            return answers;
        });
    }

    /** The times of the purges of a study, in ISO 8601, oldest first. */
    public List<String> purges(StudyName study) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT purged_at FROM purge WHERE study = :study ORDER BY id")
                        .bind("study", study.value())
                        .mapTo(String.class)
                        .list());
    }

    /** Whether a text is the original of a masked answer, purged or not. */
    static boolean isReplaced(Handle handle, AnswerId answer, String text) {
        boolean kept =
                handle.createQuery("SELECT count(*) FROM answer_text t WHERE t.answer = :answer AND t.text = :text"
                                        + " AND t.version < (SELECT max(m.version) FROM answer_text m"
                                        + " WHERE m.answer = :answer AND m.masked = 1)")
                                .bind("answer", answer.value())
                                .bind("text", text)
                                .mapTo(Integer.class)
                                .one()
                        > 0;
        List<String> hashes = handle.createQuery("SELECT hash FROM purged_text WHERE answer = :answer")
                .bind("answer", answer.value())
                .mapTo(String.class)
                .list();
        return kept || (!hashes.isEmpty() && hashes.contains(hash(key(handle), text)));
    }

    private static SecretKeySpec key(Handle handle) {
        String secret = handle.createQuery("SELECT secret FROM hash_key")
                .mapTo(String.class)
                .findFirst()
                .orElseGet(() -> {
                    byte[] fresh = new byte[KEY_BYTES];
                    new SecureRandom().nextBytes(fresh);
                    String made = HexFormat.of().formatHex(fresh);
                    handle.execute("INSERT INTO hash_key (secret) VALUES (?)", made);
                    return made;
                });
        return new SecretKeySpec(HexFormat.of().parseHex(secret), HASH);
    }

    private static String hash(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + HASH, e);
        }
    }
}
