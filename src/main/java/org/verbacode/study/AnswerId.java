package org.verbacode.study;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The identity of an answer: a hash of study, wave, question and respondent in 32 hexadecimal digits, the same in all
 * workspaces that import the same survey.
 */
public record AnswerId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

    public AnswerId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an answer id: " + value);
        }
    }

    /** The first 128 bits of the SHA-256 of the four names, each preceded by its length. */
    public static AnswerId of(StudyName study, WaveName wave, QuestionName question, RespondentId respondent) {
        return new AnswerId(digest(study.value(), wave.value(), question.value(), respondent.value()));
    }

    private static String digest(String... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                sha.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                sha.update(bytes);
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
