package org.verbacode.workflow.coders;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Decision.Verdict;
import org.verbacode.coding.EventId;
import org.verbacode.coding.Provenance;
import org.verbacode.coding.Round;
import org.verbacode.store.Codings;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.SentAct;
import org.verbacode.workflow.Workspace;

/**
 * Settles differences between coders: the agreed coding counts, and theirs stay. Answers of rounds that are not finished are
 * not shown.
 */
public final class SettleDifferences {
    private final Workspace workspace;
    private final Database database;

    public SettleDifferences(Workspace workspace) {
        this.workspace = workspace;
        this.database = workspace.database();
    }

    /**
     * What is settled: the differences of a round, or of all coders of a question.
     *
     * @param sent how a page sent the act, with the state of the agreed coding that it showed
     */
    public record Scope(
            StudyName study,
            QuestionName question,
            @Nullable Round round,
            SentAct sent) {
        public Scope(StudyName study, QuestionName question, @Nullable Round round) {
            this(study, question, round, SentAct.NONE);
        }
    }

    /**
     * The differences of a scope.
     *
     * @param open those without an agreed coding, in the order of the file
     * @param settled number of those with one
     * @param undecided the answers that were put off as doubts
     */
    public record Differences(Codebook codebook, List<Difference> open, int settled, Set<AnswerId> undecided) {
        public Differences {
            open = List.copyOf(open);
            undecided = Set.copyOf(undecided);
        }
    }

    /**
     * One answer that coders code differently.
     *
     * @param codings by coder, in the order of the round or of names
     * @param notes the coders' notes
     * @param state of the agreed coding
     */
    public record Difference(
            Answer answer, Map<CoderName, Coding> codings, Map<CoderName, String> notes, String state) {
        public Difference {
            codings = Collections.unmodifiableMap(new LinkedHashMap<>(codings));
            notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
        }

        /** The codes that at least one coder applies. */
        public Set<CodeId> applied() {
            Set<CodeId> applied = new LinkedHashSet<>();
            codings.values().forEach(coding -> applied.addAll(coding.applied()));
            return applied;
        }

        /** The codes that all coders apply. */
        public Set<CodeId> common() {
            Set<CodeId> common = applied();
            codings.values().forEach(coding -> common.retainAll(coding.applied()));
            return common;
        }
    }

    /** The differences that can be settled now. */
    public Differences list(Scope scope) {
        new ListStudies(workspace).question(scope.study(), scope.question());
        Round round = scope.round();
        Set<AnswerId> hidden =
                OpenRounds.of(workspace, scope.study(), scope.question()).answers();
        Map<AnswerId, Map<CoderName, Coding>> byAnswer = new HashMap<>();
        Map<AnswerId, Coding> agreed = new HashMap<>();
        List<Coding> codings = database.codings().ofQuestion(scope.study(), scope.question()).stream()
                .sorted(order(round))
                .toList();
        for (Coding coding : codings) {
            boolean isOfRound =
                    round == null || (round.draw().answers().contains(coding.answer()) && round.isOf(coding.coder()));
            if (coding.coder().equals(CoderName.AGREED)) {
                agreed.put(coding.answer(), coding);
            } else if (coding.finished() && isOfRound && !hidden.contains(coding.answer())) {
                byAnswer.computeIfAbsent(coding.answer(), unused -> new LinkedHashMap<>())
                        .put(coding.coder(), coding);
            }
        }
        Set<AnswerId> undecided = database.coders().undecided(scope.study(), scope.question());
        List<Answer> differing = database.answers().given(scope.study(), scope.question()).stream()
                .filter(answer -> differ(byAnswer.getOrDefault(answer.id(), Map.of())))
                .toList();
        List<Difference> open = differing.stream()
                .filter(answer -> !isFinished(agreed.get(answer.id())))
                .map(answer -> difference(
                        answer,
                        byAnswer.getOrDefault(answer.id(), Map.of()),
                        Coding.state(Optional.ofNullable(agreed.get(answer.id())))))
                .toList();
        return new Differences(
                database.codebooks().current(scope.study(), scope.question()),
                open,
                differing.size() - open.size(),
                undecided);
    }

    private static Comparator<Coding> order(@Nullable Round round) {
        List<CoderName> coders = round == null ? List.of() : round.coders();
        return Comparator.comparing((Coding coding) -> coders.indexOf(coding.coder()))
                .thenComparing(coding -> coding.coder().value());
    }

    private static boolean isFinished(@Nullable Coding coding) {
        return coding != null && coding.finished();
    }

    private static boolean differ(Map<CoderName, Coding> codings) {
        return codings.values().stream().map(Coding::applied).distinct().count() > 1;
    }

    private Difference difference(Answer answer, Map<CoderName, Coding> codings, String state) {
        Map<CoderName, String> notes = new LinkedHashMap<>();
        for (CoderName coder : codings.keySet()) {
            String note = database.codings().note(answer.id(), coder);
            if (!note.isBlank()) {
                notes.put(coder, note);
            }
        }
        return new Difference(answer, codings, notes, state);
    }

    /**
     * Stores the agreed coding of an answer.
     *
     * @param codes that apply; none means that no code applies
     * @param by who settles
     * @param note kept as the agreed coding's note; may be empty
     * @throws RefusedException if there is no such answer or code, or somebody else has settled it meanwhile
     */
    public void settle(Scope scope, AnswerId id, Set<CodeId> codes, CoderName by, String note) {
        Answer answer = answer(scope, id);
        Codebook codebook = database.codebooks().current(scope.study(), scope.question());
        Map<CodeId, Verdict> verdicts = new LinkedHashMap<>();
        for (CodeId code : codes) {
            if (codebook.byId(code).isEmpty()) {
                throw new RefusedException(Message.of("workflow.model.code.unknown"));
            }
            verdicts.put(code, Verdict.APPLIES);
        }
        Optional<Coding> before = database.codings().of(answer.id(), CoderName.AGREED);
        scope.sent().refuseUnseen(before);
        before.ifPresent(coding -> coding.applied().stream()
                .filter(code -> !codes.contains(code))
                .forEach(code -> verdicts.put(code, Verdict.DOES_NOT_APPLY)));
        store(scope, answer, verdicts, true, false, codebook.version(), by, note);
    }

    /** Puts a difference off: it becomes a doubt, and the codings of its coders stay as they are. */
    public void putOff(Scope scope, AnswerId id, CoderName by, String note) {
        scope.sent().refuseUnseen(database.codings().of(answer(scope, id).id(), CoderName.AGREED));
        Codebook codebook = database.codebooks().current(scope.study(), scope.question());
        store(scope, answer(scope, id), Map.of(), false, true, codebook.version(), by, note);
    }

    /** Takes the latest settlement back. */
    public void undo(Scope scope) {
        database.codings().undo(new Codings.Assignment(scope.study(), scope.question(), CoderName.AGREED));
    }

    private Answer answer(Scope scope, AnswerId id) {
        return database.answers()
                .find(id)
                .filter(answer -> answer.study().equals(scope.study())
                        && answer.question().equals(scope.question()))
                .orElseThrow(() -> new RefusedException(Message.of("workflow.answer.unknown")));
    }

    private void store(
            Scope scope,
            Answer answer,
            Map<CodeId, Verdict> verdicts,
            boolean finished,
            boolean doubt,
            int version,
            CoderName by,
            String note) {
        Provenance provenance = new Provenance(
                workspace.clock().instant(), version, Provenance.Manner.BLIND, null, Provenance.Shown.DRAW);
        database.inTransaction(() -> {
            EventId act = database.codings()
                    .store(
                            new Codings.Assignment(scope.study(), scope.question(), CoderName.AGREED),
                            List.of(new Codings.Statement(answer.id(), verdicts, finished, doubt, provenance)));
            database.coders().settled(act, by);
            if (!note.isBlank()) {
                database.codings().note(answer.id(), CoderName.AGREED, note.strip());
            }
            return act;
        });
    }
}
