package org.verbacode.coding;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;

/** The identity of a code, which survives renaming. */
public record CodeId(String value) {
    public CodeId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a code id is never blank");
        }
    }

    /** The id of a code created under this name, the same in every workspace. */
    public static CodeId of(StudyName study, QuestionName question, String nameAtCreation) {
        String origin = String.join("\0", study.value(), question.value(), nameAtCreation);
        return new CodeId(
                UUID.nameUUIDFromBytes(origin.getBytes(StandardCharsets.UTF_8)).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
