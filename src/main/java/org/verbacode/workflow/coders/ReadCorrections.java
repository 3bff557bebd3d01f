package org.verbacode.workflow.coders;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.EventId;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.Workspace;

/** Shows a coder how the agreed codings differ from theirs, and remembers which of these differences they have read. */
public final class ReadCorrections {
    private final Workspace workspace;
    private final Database database;

    public ReadCorrections(Workspace workspace) {
        this.workspace = workspace;
        this.database = workspace.database();
    }

    /**
     * An answer whose agreed coding differs from a coder's.
     *
     * @param removed codes of the coder's that were not agreed on
     * @param added codes agreed on that the coder had not given
     * @param read whether the coder has read it and neither coding has changed since
     */
    public record Correction(Answer answer, List<Code> removed, List<Code> added, boolean read) {
        public Correction {
            removed = List.copyOf(removed);
            added = List.copyOf(added);
        }
    }

    /**
     * All corrections of a coder, in the order of the file.
     *
     * @param shown marks the moment at which they were listed
     */
    public record Corrections(List<Correction> all, EventId shown) {
        public Corrections {
            all = List.copyOf(all);
        }

        public List<Correction> unread() {
            return all.stream().filter(correction -> !correction.read()).toList();
        }

        public List<Correction> read() {
            return all.stream().filter(Correction::read).toList();
        }
    }

    /** How the agreed codings differ from a coder's; answers whose agreed coding is hidden from the coder are left out. */
    public Corrections list(StudyName study, QuestionName question, CoderName coder) {
        EventId shown = database.codings().nextId();
        Map<AnswerId, EventId> changes = changes(study, question, coder);
        if (changes.isEmpty()) {
            return new Corrections(List.of(), shown);
        }
        List<Coding> codings = database.codings().ofQuestion(study, question);
        Map<AnswerId, Set<CodeId>> own = finished(codings, coder);
        Map<AnswerId, Set<CodeId>> agreed = finished(codings, CoderName.AGREED);
        Optional<EventId> read = database.coders().differencesRead(study, question, coder);
        OpenRounds open = OpenRounds.of(workspace, study, question);
        Codebook codebook = database.codebooks().current(study, question);
        List<Correction> corrections = new ArrayList<>();
        for (Answer answer : database.answers().given(study, question)) {
            Set<CodeId> mine = own.get(answer.id());
            Set<CodeId> ours = agreed.get(answer.id());
            EventId change = changes.get(answer.id());
            if (mine != null && ours != null && change != null && !open.hides(answer.id(), coder)) {
                corrections.add(new Correction(
                        answer,
                        without(codebook, mine, ours),
                        without(codebook, ours, mine),
                        read.filter(until -> until.compareTo(change) > 0).isPresent()));
            }
        }
        corrections.removeIf(correction ->
                correction.removed().isEmpty() && correction.added().isEmpty());
        return new Corrections(corrections, shown);
    }

    /** The latest event of either coding of each answer that the coder and the agreed coder have coded. */
    private Map<AnswerId, EventId> changes(StudyName study, QuestionName question, CoderName coder) {
        Map<AnswerId, EventId> agreed = database.codings().latestEvents(study, question, CoderName.AGREED);
        if (agreed.isEmpty()) {
            return agreed;
        }
        Map<AnswerId, EventId> changes = new HashMap<>(database.codings().latestEvents(study, question, coder));
        changes.keySet().retainAll(agreed.keySet());
        changes.replaceAll((answer, own) -> Collections.max(List.of(own, agreed.getOrDefault(answer, own))));
        return changes;
    }

    /** The codes that apply to each answer that a coder has finished. */
    private static Map<AnswerId, Set<CodeId>> finished(List<Coding> codings, CoderName coder) {
        return codings.stream()
                .filter(coding -> coding.finished() && coding.coder().equals(coder))
                .collect(Collectors.toMap(Coding::answer, Coding::applied));
    }

    /** The codes of one set that are not in the other, in the order of the codebook. */
    private static List<Code> without(Codebook codebook, Set<CodeId> codes, Set<CodeId> others) {
        return codebook.codes().stream()
                .filter(code -> codes.contains(code.id()) && !others.contains(code.id()))
                .toList();
    }

    /**
     * Marks the corrections as read that a coder was shown; what has changed since stays unread.
     *
     * @param shown of the {@link Corrections} that the coder was shown
     */
    public void markRead(StudyName study, QuestionName question, CoderName coder, EventId shown) {
        database.coders().markDifferencesRead(study, question, coder, shown);
    }
}
