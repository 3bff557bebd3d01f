package org.verbacode.workflow.coders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Decision.Verdict;
import org.verbacode.coding.Provenance;
import org.verbacode.coding.Round;
import org.verbacode.exchange.coding.PacketTable;
import org.verbacode.store.Codings;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.ImportReport.Rejection;
import org.verbacode.study.Message;
import org.verbacode.workflow.Workspace;

/** The rows of a packet's table, merged into the codings of its coder. */
final class MergedTable {
    private final Database database;
    private final PacketTable table;
    private final Round round;
    private final CoderName coder;
    private final Provenance provenance;
    private final Map<List<String>, Answer> answers;
    private final Map<String, CodeId> codes = new HashMap<>();
    private final Map<AnswerId, Coding> codings;
    private final Map<AnswerId, List<Set<CodeId>>> merged;
    private final List<Codings.Statement> statements = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private int added;
    private int unchanged;
    private int toCode;

    MergedTable(Workspace workspace, PacketTable table, Round round, CoderName coder) {
        this.database = workspace.database();
        this.table = table;
        this.round = round;
        this.coder = coder;
        provenance = new Provenance(
                workspace.clock().instant(),
                round.codebookVersion(),
                Provenance.Manner.BLIND,
                null,
                Provenance.Shown.DRAW);
        Set<AnswerId> drawn = Set.copyOf(round.draw().answers());
        answers = database.answers().given(round.draw().study(), round.draw().question()).stream()
                .filter(answer -> drawn.contains(answer.id()))
                .collect(Collectors.toMap(PacketOwner::key, Function.identity()));
        Codebook codebook =
                database.codebooks().version(round.draw().study(), round.draw().question(), round.codebookVersion());
        for (Code code : codebook.codes()) {
            codes.put(plain(code.name()), code.id());
        }
        codings = database
                .codings()
                .ofQuestion(round.draw().study(), round.draw().question())
                .stream()
                .filter(coding -> coding.coder().equals(coder))
                .collect(Collectors.toMap(Coding::answer, Function.identity()));
        merged = database.rounds().merged(round.id(), coder);
        rejections.addAll(table.rejections());
    }

    /** Column names lose repeated white space when they are read. */
    private static String plain(String name) {
        return name.replace('\u00A0', ' ').replaceAll("\\s+", " ").strip();
    }

    MergePackets.Report merge() {
        Set<AnswerId> seen = new HashSet<>();
        for (PacketTable.Line line : table.lines()) {
            Answer answer = answers.get(List.of(line.id(), line.wave(), line.question()));
            if (answer == null) {
                reject(line, "id", Message.of("workflow.coders.packet.answer", line.id(), round.name()));
            } else if (!plain(answer.text()).equals(plain(line.text()))) {
                reject(line, "text", Message.of("workflow.coders.packet.changed", line.id()));
            } else if (!seen.add(answer.id())) {
                reject(line, "id", Message.of("workflow.coders.packet.twice", line.id()));
            } else {
                merge(line, answer.id());
            }
        }
        if (!statements.isEmpty()) {
            database.codings()
                    .storeImported(
                            new Codings.Assignment(
                                    round.draw().study(), round.draw().question(), coder),
                            statements);
        }
        return new MergePackets.Report(added, unchanged, toCode, rejections, Set.of(round));
    }

    private void merge(PacketTable.Line line, AnswerId answer) {
        Map<CodeId, Boolean> marks = new LinkedHashMap<>();
        boolean complete = line.complete();
        for (Map.Entry<String, Boolean> mark : line.marks().entrySet()) {
            CodeId code = codes.get(plain(mark.getKey()));
            if (code == null) {
                complete = false;
                reject(line, mark.getKey(), Message.of("workflow.coders.packet.code", mark.getKey(), round.name()));
            } else {
                marks.put(code, mark.getValue());
            }
        }
        if (marks.isEmpty()) {
            toCode++;
            return;
        }
        Set<CodeId> applied = new LinkedHashSet<>();
        marks.forEach((code, applies) -> {
            if (applies) {
                applied.add(code);
            }
        });
        if (complete) {
            whole(line, answer, applied);
        } else {
            store(answer, marks, null);
        }
    }

    /** A row whose every cell is understood: what is not marked does not apply, and the answer is finished. */
    private void whole(PacketTable.Line line, AnswerId answer, Set<CodeId> applied) {
        Optional<Coding> current = Optional.ofNullable(codings.get(answer)).filter(Coding::finished);
        Set<CodeId> now = current.map(Coding::applied).orElse(Set.of());
        List<Set<CodeId>> before = merged.getOrDefault(answer, List.of());
        if (before.contains(applied) || (current.isPresent() && now.equals(applied))) {
            unchanged++;
            database.rounds().merge(round.id(), coder, answer, applied);
            return;
        }
        boolean codedElsewhere = current.isPresent()
                && (before.isEmpty() || !before.get(before.size() - 1).equals(now));
        if (codedElsewhere) {
            reject(line, "", Message.of("workflow.coders.packet.coded", line.id(), coder.value()));
            return;
        }
        Map<CodeId, Boolean> changes = new LinkedHashMap<>();
        now.stream().filter(code -> !applied.contains(code)).forEach(code -> changes.put(code, false));
        applied.stream().filter(code -> !now.contains(code)).forEach(code -> changes.put(code, true));
        store(answer, changes, true);
        database.rounds().merge(round.id(), coder, answer, applied);
    }

    private void store(AnswerId answer, Map<CodeId, Boolean> verdicts, @Nullable Boolean finished) {
        Map<CodeId, Boolean> known =
                Optional.ofNullable(codings.get(answer)).map(Coding::considered).orElse(Map.of());
        if (finished == null && known.entrySet().containsAll(verdicts.entrySet())) {
            unchanged++;
            return;
        }
        Map<CodeId, Verdict> said = new LinkedHashMap<>();
        verdicts.forEach((code, applies) -> said.put(code, applies ? Verdict.APPLIES : Verdict.DOES_NOT_APPLY));
        statements.add(new Codings.Statement(answer, said, finished, false, provenance));
        added++;
    }

    private void reject(PacketTable.Line line, String column, Message reason) {
        rejections.add(new Rejection(table.name(), line.row(), column, reason));
    }
}
