package org.verbacode.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CodeMapping;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;

/** The codebook versions of questions while codings are read; each is read once. */
final class CodebookVersions {
    /** The version under which an unfinished answer was finished. */
    static final int NONE = 0;

    private final Handle handle;
    private final @Nullable Integer wanted;
    private final Map<List<String>, OfQuestion> questions = new HashMap<>();

    /** @param wanted the version to map to; null for the current one of each question */
    CodebookVersions(Handle handle, @Nullable Integer wanted) {
        this.handle = handle;
        this.wanted = wanted;
    }

    OfQuestion of(StudyName study, QuestionName question) {
        return questions.computeIfAbsent(
                List.of(study.value(), question.value()), unused -> new OfQuestion(study, question));
    }

    /** The versions of one question. */
    final class OfQuestion {
        private final StudyName study;
        private final QuestionName question;
        private final List<Code> codes;
        private final CodeMapping mapping;
        private final Map<Integer, Set<CodeId>> considered = new HashMap<>();

        private OfQuestion(StudyName study, QuestionName question) {
            this.study = study;
            this.question = question;
            int version = wanted == null ? Codebooks.latestVersion(handle, study, question) : wanted;
            codes = Codebooks.read(handle, study, question, version).codes();
            mapping = new CodeMapping(Codebooks.relations(handle, study, question));
            considered.put(NONE, Set.of());
        }

        /** The verdicts on the codes of the wanted version. */
        Map<CodeId, Boolean> map(Map<CodeId, Boolean> decided, int finishedUnder) {
            return mapping.map(codes, decided, considered.computeIfAbsent(finishedUnder, this::codesOf));
        }

        private Set<CodeId> codesOf(int version) {
            return Codebooks.read(handle, study, question, version).codes().stream()
                    .map(Code::id)
                    .collect(Collectors.toSet());
        }
    }
}
