package org.verbacode.workflow.coders;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Decision;
import org.verbacode.coding.Finish;
import org.verbacode.coding.History;
import org.verbacode.coding.Packet;
import org.verbacode.coding.Round;
import org.verbacode.exchange.coding.PacketFile;
import org.verbacode.exchange.coding.PacketTable;
import org.verbacode.store.Codings;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.ImportReport.Rejection;
import org.verbacode.study.Message;
import org.verbacode.study.Question;
import org.verbacode.study.RefusedException;
import org.verbacode.study.Respondent;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Workspace;

/**
 * Merges packets that coders have filled in. Decisions are the coder's own, made blind, and each is merged once however
 * often the file is; what does not fit is reported and the rest goes in. A {@code .verbacode} file of an unknown study
 * brings the study's share with it.
 */
public final class MergePackets {
    private final Workspace workspace;
    private final Database database;

    public MergePackets(Workspace workspace) {
        this.workspace = workspace;
        this.database = workspace.database();
    }

    /**
     * The result.
     *
     * @param added number of answers whose coding by the coder is new or changed
     * @param unchanged number of answers whose coding was merged before
     * @param toCode number of answers that the packet brings without a coding
     * @param rejections what does not fit, and why
     * @param rounds the rounds merged into
     */
    public record Report(int added, int unchanged, int toCode, List<Rejection> rejections, Set<Round> rounds) {
        static final Report EMPTY = new Report(0, 0, 0, List.of(), Set.of());

        public Report {
            rejections = List.copyOf(rejections);
            rounds = Set.copyOf(rounds);
        }

        public Report plus(Report other) {
            List<Rejection> all = new ArrayList<>(rejections);
            all.addAll(other.rejections);
            Set<Round> both = new HashSet<>(rounds);
            both.addAll(other.rounds);
            return new Report(added + other.added, unchanged + other.unchanged, toCode + other.toCode, all, both);
        }

        /** Number of rows with something that does not fit. */
        public int rejectedRows() {
            return Math.toIntExact(rejections.stream()
                    .map(rejection -> rejection.file() + '\0' + rejection.row())
                    .distinct()
                    .count());
        }
    }

    /**
     * Merges several files; one that cannot be merged is reported, and the others go in.
     *
     * @throws RefusedException if none can be merged
     */
    public Report run(List<Path> files, @Nullable Round round, @Nullable CoderName coder) {
        Report report = Report.EMPTY;
        List<RefusedException> refusals = new ArrayList<>();
        for (Path file : files) {
            try {
                report = report.plus(run(file, round, coder));
            } catch (RefusedException e) {
                refusals.add(e);
                Rejection whole = new Rejection(String.valueOf(file.getFileName()), 0, "", e.sentence());
                report = report.plus(new Report(0, 0, 0, List.of(whole), Set.of()));
            }
        }
        if (!refusals.isEmpty() && refusals.size() == files.size()) {
            throw refusals.get(0);
        }
        return report;
    }

    /**
     * Merges one file.
     *
     * @param round to which a table belongs; null to find out
     * @param coder whose a table is; null to find out
     * @throws RefusedException if the file is no packet, or it cannot be found out whose it is
     */
    public Report run(Path file, @Nullable Round round, @Nullable CoderName coder) {
        synchronized (workspace) {
            boolean isPacket =
                    String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(PacketFile.ENDING);
            if (isPacket) {
                Packet packet = PacketFile.read(file);
                return database.inTransaction(() -> merge(String.valueOf(file.getFileName()), packet));
            }
            PacketTable table = PacketTable.read(file);
            PacketOwner.Owner owner = new PacketOwner(database).of(table, round, coder);
            return database.inTransaction(
                    () -> new MergedTable(workspace, table, owner.round(), owner.coder()).merge());
        }
    }

    private Report merge(String file, Packet packet) {
        Round round = packet.round();
        StudyName study = round.draw().study();
        refuseFuture(file, packet.history());
        create(packet);
        List<Rejection> rejections = new ArrayList<>();
        Set<AnswerId> changed = new HashSet<>();
        int row = 1;
        for (Answer answer : packet.answers()) {
            row++;
            boolean isSame = database.answers()
                    .find(answer.id())
                    .map(stored -> stored.text().equals(answer.text()))
                    .orElse(false);
            if (!isSame) {
                changed.add(answer.id());
                rejections.add(new Rejection(
                        file,
                        row,
                        "text",
                        Message.of(
                                "workflow.coders.packet.changed",
                                answer.respondent().value())));
            }
        }
        History history = without(packet.history(), changed);
        Set<AnswerId> added = database.histories()
                .merge(new Codings.Assignment(study, round.draw().question(), packet.coder()), history);
        int coded = history.answers().size();
        return new Report(
                added.size(),
                coded - added.size(),
                packet.answers().size() - coded - changed.size(),
                rejections,
                Set.of(database.rounds().find(round.id()).orElse(round)));
    }

    /** Later events of this workspace must sort after the merged ones: a clock that is days ahead is refused. */
    private void refuseFuture(String file, History history) {
        long tomorrow = workspace.clock().millis() + Duration.ofDays(1).toMillis();
        if (history.ids().anyMatch(id -> id.millis() > tomorrow)) {
            throw new RefusedException(Message.of("workflow.coders.packet.future", file));
        }
    }

    /** Creates what this workspace does not have of the study: question, answers, codebook version and round. */
    private void create(Packet packet) {
        Round round = packet.round();
        StudyName study = round.draw().study();
        Question question = packet.question();
        boolean isNew = database.studies().question(study, question.name()).isEmpty();
        if (isNew) {
            if (!database.studies().exists(study)) {
                database.studies().create(study);
                database.studies().setNotice(study, packet.notice());
            }
            Set<WaveName> waves = new HashSet<>(question.wordings().keySet());
            packet.answers().forEach(answer -> waves.add(answer.wave()));
            waves.forEach(wave -> database.studies().addWave(study, wave));
            database.studies().save(question);
        }
        List<Answer> missing = packet.answers().stream()
                .filter(answer -> database.answers().find(answer.id()).isEmpty())
                .toList();
        if (isNew || database.rounds().find(round.id()).isEmpty()) {
            missing.forEach(answer -> database.studies().addWave(study, answer.wave()));
            database.answers()
                    .saveRespondents(
                            study,
                            missing.stream()
                                    .map(answer -> new Respondent(answer.respondent(), answer.wave(), Map.of()))
                                    .toList());
            database.answers().save(missing);
        }
        database.codebooks().add(study, packet.codebook());
        if (database.rounds().find(round.id()).isEmpty()) {
            database.rounds().save(round, Map.of());
        }
    }

    private static History without(History history, Set<AnswerId> answers) {
        List<Decision> decisions = history.decisions().stream()
                .filter(decision -> !answers.contains(decision.answer()))
                .toList();
        List<Finish> finishes = history.finishes().stream()
                .filter(finish -> !answers.contains(finish.answer()))
                .toList();
        return new History(
                history.acts(),
                decisions,
                finishes,
                history.notes().stream()
                        .filter(note -> !answers.contains(note.answer()))
                        .toList());
    }
}
