package org.verbacode.workflow.codebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.Workspace;

/** How often each code is used, by whom and on which answers. */
public final class CodeUse {
    private final Database database;

    public CodeUse(Workspace workspace) {
        this.database = workspace.database();
    }

    /**
     * The uses of the codes of a version.
     *
     * @param counting the codings that count, by answer
     * @param coders number of answers to which each coder applies a code
     */
    public record Uses(Codebook codebook, Map<AnswerId, Coding> counting, Map<CodeId, Map<CoderName, Integer>> coders) {
        /** The answers that bear at least one of the codes, by the codings that count. */
        public Set<AnswerId> ofAny(List<CodeId> codes) {
            Set<AnswerId> answers = new HashSet<>();
            counting.forEach((answer, coding) -> {
                if (codes.stream().anyMatch(coding.applied()::contains)) {
                    answers.add(answer);
                }
            });
            return answers;
        }

        /** The answers that bear at least two of the codes. */
        public Set<AnswerId> ofSeveral(List<CodeId> codes) {
            Set<AnswerId> answers = new HashSet<>();
            counting.forEach((answer, coding) -> {
                if (codes.stream().filter(coding.applied()::contains).count() > 1) {
                    answers.add(answer);
                }
            });
            return answers;
        }

        /** Number of answers that bear a code, by the codings that count. */
        public int of(CodeId code) {
            return ofAny(List.of(code)).size();
        }

        /** Number of answers to which each coder applies a code, by name. */
        public Map<CoderName, Integer> coders(CodeId code) {
            return coders.getOrDefault(code, Map.of());
        }
    }

    /** The uses under the current version of the codebook. */
    public Uses of(StudyName study, QuestionName question) {
        Map<AnswerId, Coding> counting = new LinkedHashMap<>();
        database.codings().counting(study, question).forEach(coding -> counting.put(coding.answer(), coding));
        Map<CodeId, Map<CoderName, Integer>> coders = new HashMap<>();
        for (Coding coding : database.codings().ofQuestion(study, question)) {
            if (coding.finished()) {
                coding.applied().forEach(code -> coders.computeIfAbsent(
                                code, unused -> new TreeMap<>(Comparator.comparing(CoderName::value)))
                        .merge(coding.coder(), 1, Integer::sum));
            }
        }
        return new Uses(database.codebooks().current(study, question), counting, coders);
    }

    /** An answer behind a code and who applies the code to it. */
    public record Use(Answer answer, List<CoderName> coders) {}

    /** The answers behind a code, finished or not, in the order of the file. */
    public List<Use> answers(StudyName study, QuestionName question, CodeId code, Set<AnswerId> except) {
        Map<AnswerId, List<CoderName>> coders = new HashMap<>();
        for (Coding coding : database.codings().ofQuestion(study, question)) {
            if (coding.applied().contains(code) && !except.contains(coding.answer())) {
                coders.computeIfAbsent(coding.answer(), unused -> new ArrayList<>())
                        .add(coding.coder());
            }
        }
        return database.answers().given(study, question).stream()
                .filter(answer -> coders.containsKey(answer.id()))
                .map(answer -> new Use(answer, coders.getOrDefault(answer.id(), List.of())))
                .toList();
    }

    /**
     * The answers on which a code was not considered although their coding is finished, as after a split, likeliest first.
     */
    public List<Answer> notConsidered(StudyName study, QuestionName question, CodeId code) {
        Map<AnswerId, Double> probabilities = new HashMap<>();
        database.suggestions().ofQuestion(study, question).values().stream()
                .flatMap(List::stream)
                .filter(suggestion -> suggestion.code().equals(code))
                .forEach(suggestion -> probabilities.put(suggestion.answer(), suggestion.probability()));
        Set<AnswerId> open = new HashSet<>();
        for (Coding coding : database.codings().counting(study, question)) {
            if (!coding.considered().containsKey(code)) {
                open.add(coding.answer());
            }
        }
        return database.answers().given(study, question).stream()
                .filter(answer -> open.contains(answer.id()))
                .sorted(Comparator.comparing((Answer answer) -> -probabilities.getOrDefault(answer.id(), 0.0)))
                .toList();
    }
}
