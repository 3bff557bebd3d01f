package org.verbacode.workflow.coders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Coder;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Round;
import org.verbacode.exchange.coding.PacketTable;
import org.verbacode.language.Folding;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/**
 * Finds out whose packet a table is, since its columns do not say: by the order of its answers, which is each coder's own,
 * else by the coder's name in the file's name.
 */
final class PacketOwner {
    /** From this number of answers on, their order tells the coder. */
    private static final int MIN_ORDERED = 6;

    private final Database database;

    PacketOwner(Database database) {
        this.database = database;
    }

    /** The round and the coder of a table. */
    record Owner(Round round, CoderName coder) {}

    /**
     * The owner of a table.
     *
     * @param named the round, if the user has named it
     * @param coder the coder, if the user has named one
     * @throws RefusedException if it cannot be found out
     */
    Owner of(PacketTable table, @Nullable Round named, @Nullable CoderName coder) {
        Round round = named == null ? round(table) : named;
        if (coder != null) {
            if (!round.isOf(coder)) {
                throw new RefusedException(
                        Message.of("workflow.coders.packet.coder", coder.value(), round.name(), names(round.coders())));
            }
            return new Owner(round, coder);
        }
        List<AnswerId> answers = answers(table, round);
        List<CoderName> candidates = candidates(round);
        List<CoderName> byOrder = candidates.stream()
                .filter(candidate -> PacketOrder.isKept(round, candidate, answers))
                .toList();
        List<CoderName> byName = candidates.stream()
                .filter(candidate -> words(table.name()).contains(words(candidate.value())))
                .toList();
        // A few answers are in some coder's order by chance once a spreadsheet has sorted them.
        List<List<CoderName>> found =
                answers.size() >= MIN_ORDERED ? List.of(byOrder, byName) : List.of(byName, byOrder);
        return found.stream()
                .filter(owners -> owners.size() == 1)
                .findFirst()
                .map(owners -> new Owner(round, owners.get(0)))
                .orElseThrow(() -> new RefusedException(
                        Message.of("workflow.coders.packet.whose", table.name(), round.name(), names(candidates))));
    }

    /** The words of a name in lower case without accents, with a blank on both sides. */
    private static String words(String name) {
        return " " + Folding.fold(name).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    }

    /** The coders of a round; of a round for anyone, all who are known in the study. */
    private List<CoderName> candidates(Round round) {
        if (!round.coders().isEmpty()) {
            return round.coders();
        }
        Set<CoderName> known = new LinkedHashSet<>();
        database.coders().of(round.draw().study()).stream().map(Coder::name).forEach(known::add);
        database.codings().ofQuestion(round.draw().study(), round.draw().question()).stream()
                .map(Coding::coder)
                .filter(name -> !name.equals(CoderName.AGREED))
                .forEach(known::add);
        return List.copyOf(known);
    }

    private static String names(List<CoderName> coders) {
        return coders.stream().map(CoderName::value).collect(Collectors.joining(", "));
    }

    /** The round that has most of a table's answers; the latest of several. */
    private Round round(PacketTable table) {
        Round best = null;
        int most = 0;
        for (Round round : database.rounds().all()) {
            int known = answers(table, round).size();
            if (known > 0 && known >= most) {
                best = round;
                most = known;
            }
        }
        if (best == null) {
            throw new RefusedException(Message.of("workflow.coders.packet.round", table.name()));
        }
        return best;
    }

    /** The answers of a table that belong to a round, in the table's order. */
    private List<AnswerId> answers(PacketTable table, Round round) {
        Map<List<String>, AnswerId> byName = new HashMap<>();
        Set<AnswerId> drawn = Set.copyOf(round.draw().answers());
        for (Answer answer :
                database.answers().given(round.draw().study(), round.draw().question())) {
            if (drawn.contains(answer.id())) {
                byName.put(key(answer), answer.id());
            }
        }
        List<AnswerId> answers = new ArrayList<>();
        for (PacketTable.Line line : table.lines()) {
            AnswerId answer = byName.get(List.of(line.id(), line.wave(), line.question()));
            if (answer != null) {
                answers.add(answer);
            }
        }
        return answers;
    }

    /** What identifies an answer in a table. */
    static List<String> key(Answer answer) {
        return List.of(
                answer.respondent().value(),
                answer.wave().value(),
                answer.question().value());
    }
}
