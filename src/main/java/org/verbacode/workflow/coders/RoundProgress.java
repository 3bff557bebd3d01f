package org.verbacode.workflow.coders;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Round;
import org.verbacode.store.Database;
import org.verbacode.study.AnswerId;

/**
 * How far a round has come.
 *
 * @param finished the drawn answers that each coder of the round has finished; of a round for anyone, those who have
 *     begun
 * @param closed whether it was ended before
 */
public record RoundProgress(Round round, Map<CoderName, Set<AnswerId>> finished, boolean closed) {
    public RoundProgress {
        finished = Collections.unmodifiableMap(new LinkedHashMap<>(finished));
    }

    static RoundProgress of(Database database, Round round) {
        boolean anyone = round.coders().isEmpty();
        Map<CoderName, Set<AnswerId>> all = database.rounds().finished(round.id(), anyone);
        Map<CoderName, Set<AnswerId>> finished = new LinkedHashMap<>();
        round.coders().forEach(coder -> finished.put(coder, all.getOrDefault(coder, Set.of())));
        if (anyone) {
            finished.putAll(all);
        }
        return new RoundProgress(round, finished, database.rounds().isClosed(round.id()));
    }

    /** Number of drawn answers. */
    public int drawn() {
        return round.draw().answers().size();
    }

    /** The drawn answers that are coded: by all coders of the round, or by anyone if it names none. */
    public Set<AnswerId> coded() {
        Set<AnswerId> coded = new HashSet<>();
        if (round.coders().isEmpty()) {
            finished.values().forEach(coded::addAll);
        } else {
            coded.addAll(round.draw().answers());
            finished.values().forEach(coded::retainAll);
        }
        return coded;
    }

    /** Whether codes are still hidden: some answer is not coded yet, and the round was not ended. */
    public boolean isOpen() {
        return !closed && coded().size() < drawn();
    }

    /** Number of drawn answers that a coder has finished. */
    public int finishedBy(CoderName coder) {
        return finished.getOrDefault(coder, Set.of()).size();
    }
}
