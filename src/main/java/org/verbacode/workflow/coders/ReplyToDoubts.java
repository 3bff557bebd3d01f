package org.verbacode.workflow.coders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.verbacode.coding.Code;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.EventId;
import org.verbacode.coding.Reply;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;

/** Lists doubts and notes, and replies to them; a coder sees their own, a person who leads sees all. */
public final class ReplyToDoubts {
    private final Workspace workspace;
    private final Database database;

    public ReplyToDoubts(Workspace workspace) {
        this.workspace = workspace;
        this.database = workspace.database();
    }

    /**
     * A coder's doubt or note.
     *
     * @param codes that the coder applied
     * @param flagged whether the coder flagged a doubt
     * @param note empty for none
     * @param replies oldest first
     */
    public record Doubt(
            Answer answer, CoderName coder, List<Code> codes, boolean flagged, String note, List<Reply> replies) {
        public Doubt {
            codes = List.copyOf(codes);
            replies = List.copyOf(replies);
        }

        /** Whether the coder has a reply to read. */
        public boolean isUnread() {
            return replies.stream().anyMatch(reply -> !reply.read());
        }

        /** Whether the doubt waits for a reply. */
        public boolean isOpen() {
            return flagged && replies.isEmpty();
        }
    }

    /** Which of a coder's own doubts and notes. */
    public enum Part {
        /** Doubts that nobody has replied to. */
        OPEN,
        NOTES,
        /** Those with a reply that the coder has not read. */
        UNREAD;

        /** The doubts and notes of a coder that belong here. */
        public List<Doubt> of(CoderName coder, List<Doubt> doubts) {
            return doubts.stream()
                    .filter(doubt -> doubt.coder().equals(coder) && has(doubt))
                    .toList();
        }

        private boolean has(Doubt doubt) {
            return switch (this) {
                case OPEN -> doubt.isOpen();
                case NOTES -> !doubt.note().isEmpty();
                case UNREAD -> doubt.isUnread();
            };
        }
    }

    /** The doubts that a person may see, in the order of the file. */
    public List<Doubt> list(StudyName study, QuestionName question, CoderName viewer) {
        new ListStudies(workspace).question(study, question);
        boolean seesAll = new EditTeam(workspace).mayLead(study, Optional.of(viewer));
        OpenRounds open = OpenRounds.of(workspace, study, question);
        Map<AnswerId, Map<CoderName, String>> notes = database.coders().notes(study, question);
        Map<AnswerId, List<Reply>> replies = new HashMap<>();
        for (Reply reply : database.coders().replies(study, question)) {
            replies.computeIfAbsent(reply.answer(), unused -> new ArrayList<>()).add(reply);
        }
        Set<AnswerId> undecided = database.coders().undecided(study, question);
        Codebook codebook = database.codebooks().current(study, question);
        Map<AnswerId, List<Doubt>> doubts = new HashMap<>();
        Map<AnswerId, Answer> answers = new HashMap<>();
        database.answers().given(study, question).forEach(answer -> answers.put(answer.id(), answer));
        for (Coding coding : database.codings().ofQuestion(study, question)) {
            boolean isOwn = coding.coder().equals(viewer);
            boolean isVisible = isOwn || (seesAll && !open.hides(coding.answer(), viewer));
            String note = notes.getOrDefault(coding.answer(), Map.of()).getOrDefault(coding.coder(), "");
            boolean flagged = coding.doubt();
            Answer answer = answers.get(coding.answer());
            if (isVisible && answer != null && (flagged || !note.isEmpty())) {
                doubts.computeIfAbsent(answer.id(), unused -> new ArrayList<>())
                        .add(doubt(answer, coding, codebook, flagged, note, replies));
            }
        }
        for (AnswerId id : undecided) {
            Answer answer = answers.get(id);
            if (seesAll && answer != null && !open.hides(id, viewer)) {
                String note = notes.getOrDefault(id, Map.of()).getOrDefault(CoderName.AGREED, "");
                doubts.computeIfAbsent(id, unused -> new ArrayList<>())
                        .add(new Doubt(answer, CoderName.AGREED, List.of(), true, note, List.of()));
            }
        }
        return answers.values().stream()
                .sorted(Comparator.comparing((Answer answer) -> answer.wave().value())
                        .thenComparing(answer -> answer.respondent().value()))
                .flatMap(answer -> doubts.getOrDefault(answer.id(), List.of()).stream())
                .toList();
    }

    private static Doubt doubt(
            Answer answer,
            Coding coding,
            Codebook codebook,
            boolean flagged,
            String note,
            Map<AnswerId, List<Reply>> replies) {
        return new Doubt(
                answer,
                coding.coder(),
                codebook.codes().stream()
                        .filter(code -> coding.applied().contains(code.id()))
                        .toList(),
                flagged,
                note,
                replies.getOrDefault(answer.id(), List.of()).stream()
                        .filter(reply -> reply.coder().equals(coding.coder()))
                        .toList());
    }

    /**
     * Replies to a coder.
     *
     * @throws RefusedException if the author does not lead, the text is empty, or there is no such answer
     */
    public void reply(StudyName study, AnswerId answer, CoderName coder, CoderName author, String text) {
        new EditTeam(workspace).requireLead(study, Optional.of(author));
        if (text.isBlank()) {
            throw new RefusedException(Message.of("workflow.coders.reply.empty"));
        }
        if (database.answers()
                .find(answer)
                .filter(found -> found.study().equals(study))
                .isEmpty()) {
            throw new RefusedException(Message.of("workflow.answer.unknown"));
        }
        database.coders().reply(answer, coder, author, text.strip());
    }

    /** Marks a reply to a coder as read. */
    public void read(EventId reply, CoderName coder) {
        database.coders().markRead(reply, coder);
    }
}
