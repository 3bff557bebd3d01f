package org.verbacode.workflow.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Decision;
import org.verbacode.store.Codings;
import org.verbacode.store.Codings.Assignment;
import org.verbacode.study.AnswerId;

/** The codings of a question as one coder sees them: the coder's own, and the finished ones of other coders. */
final class QuestionCodings {
    private final Codings store;
    private final Assignment assignment;
    private final Map<AnswerId, Coding> own = new HashMap<>();
    private final Map<AnswerId, List<Coding>> others = new HashMap<>();

    QuestionCodings(Codings store, Assignment assignment) {
        this.store = store;
        this.assignment = assignment;
        for (Coding coding : store.ofQuestion(assignment.study(), assignment.question())) {
            if (coding.coder().equals(assignment.coder())) {
                own.put(coding.answer(), coding);
            } else if (coding.finished()) {
                others.computeIfAbsent(coding.answer(), unused -> new ArrayList<>())
                        .add(coding);
            }
        }
    }

    /** Reads the coder's own codings of these answers again. */
    void refresh(List<AnswerId> answers) {
        for (AnswerId answer : answers) {
            Optional<Coding> coding = store.of(answer, assignment.coder());
            if (coding.isPresent()) {
                own.put(answer, coding.get());
            } else {
                own.remove(answer);
            }
        }
    }

    /** The coder's own codings, finished or not. */
    Map<AnswerId, Coding> own() {
        return Collections.unmodifiableMap(own);
    }

    Optional<Coding> own(AnswerId answer) {
        return Optional.ofNullable(own.get(answer));
    }

    /** The other coders who have finished an answer. */
    List<CoderName> others(AnswerId answer) {
        return others.getOrDefault(answer, List.of()).stream()
                .map(Coding::coder)
                .toList();
    }

    /**
     * The codes of each coded answer: the coder's own, else those of the last other coder.
     *
     * @param byOthers whether the codings of other coders may be seen
     */
    Map<AnswerId, Set<CodeId>> applied(boolean byOthers) {
        Map<AnswerId, Set<CodeId>> applied = new HashMap<>();
        if (byOthers) {
            others.forEach((answer, codings) -> codings.forEach(coding -> applied.put(answer, coding.applied())));
        }
        own.forEach((answer, coding) -> {
            if (coding.finished()) {
                applied.put(answer, coding.applied());
            }
        });
        return applied;
    }

    /** Whether this coder has finished an answer. */
    boolean isFinished(AnswerId answer) {
        return own(answer).map(Coding::finished).orElse(false);
    }

    /** Whether no coder has finished an answer. */
    boolean isToDo(AnswerId answer) {
        return !isFinished(answer) && !others.containsKey(answer);
    }

    /**
     * Whether a code is to be considered again on an answer that was coded before the code was what it is now: it applied,
     * or it was not considered, as after a split. The coder's own coding decides, else those of others.
     *
     * @param version of the codebook that brought the code or changed its meaning
     */
    boolean isToReconsider(AnswerId answer, CodeId code, int version) {
        Coding coding = own.get(answer);
        if (coding == null || !coding.finished()) {
            return others.getOrDefault(answer, List.of()).stream().anyMatch(other -> isTouched(other, code, version));
        }
        return isTouched(coding, code, version);
    }

    private static boolean isTouched(Coding coding, CodeId code, int version) {
        return coding.considered().getOrDefault(code, true) && coding.codebookVersion() < version;
    }

    /** Whether an answer has a status for this coder. */
    boolean has(ReviewQueue.Status status, AnswerId answer) {
        return switch (status) {
            case TO_DO -> isToDo(answer);
            case FINISHED -> isFinished(answer);
            case DOUBT -> isFinished(answer) && own(answer).map(Coding::doubt).orElse(false);
            case OTHERS -> !isFinished(answer) && others.containsKey(answer);
            case ALL -> true;
        };
    }

    /** The decisions that lead from some applied codes to others. */
    static Map<CodeId, Decision.Verdict> changes(Set<CodeId> before, Set<CodeId> now) {
        Map<CodeId, Decision.Verdict> verdicts = new LinkedHashMap<>();
        now.stream()
                .filter(code -> !before.contains(code))
                .forEach(code -> verdicts.put(code, Decision.Verdict.APPLIES));
        before.stream()
                .filter(code -> !now.contains(code))
                .forEach(code -> verdicts.put(code, Decision.Verdict.DOES_NOT_APPLY));
        return verdicts;
    }
}
