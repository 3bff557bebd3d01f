package org.verbacode.workflow.studies;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Draw;
import org.verbacode.coding.Round;
import org.verbacode.store.Database;
import org.verbacode.study.Question;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.coders.ReadCorrections;
import org.verbacode.workflow.coders.SettleDifferences;
import org.verbacode.workflow.coders.ShowRound;

/**
 * Says what to do next in a question: codebook, 50 answers at random, rounds, corrections to read, differences, model, check,
 * audit, results.
 */
public final class NextStep {
    /** Number of answers coded at random before a model is worth training. */
    private static final int FIRST = 50;

    private final Workspace workspace;
    private final Database database;

    public NextStep(Workspace workspace) {
        this.workspace = workspace;
        this.database = workspace.database();
    }

    /** The kinds of step, in the order of a study. */
    public enum Kind {
        CODEBOOK,
        CODE_AT_RANDOM,
        ROUND,
        CORRECTIONS,
        SETTLE,
        TRAIN,
        CHECK,
        AUDIT,
        RESULTS
    }

    /**
     * A step.
     *
     * @param count number of answers it is about; 0 where there is no number
     * @param round the round to code, with {@link Kind#ROUND}
     */
    public record Step(Kind kind, int count, @Nullable Round round) {}

    /**
     * The next step in a question.
     *
     * @param visitor whose rounds and corrections are considered
     */
    public Step of(Question question, Optional<CoderName> visitor) {
        int given = database.answers().given(question.study(), question.name()).size();
        int coded =
                database.codings().counting(question.study(), question.name()).size();
        if (database.codebooks()
                .current(question.study(), question.name())
                .codes()
                .isEmpty()) {
            return new Step(Kind.CODEBOOK, 0, null);
        }
        ShowRound rounds = new ShowRound(workspace);
        for (Round round : database.rounds().of(question.study(), question.name())) {
            int left = visitor.filter(round::isOf)
                    .map(coder -> rounds.progress(round).isOpen()
                            ? round.draw().answers().size()
                                    - rounds.progress(round).finishedBy(coder)
                            : 0)
                    .orElse(0);
            if (left > 0) {
                return new Step(Kind.ROUND, left, round);
            }
        }
        int corrections = visitor.map(coder -> new ReadCorrections(workspace)
                        .list(question.study(), question.name(), coder)
                        .unread()
                        .size())
                .orElse(0);
        if (corrections > 0) {
            return new Step(Kind.CORRECTIONS, corrections, null);
        }
        if (coded < Math.min(FIRST, given)) {
            return new Step(Kind.CODE_AT_RANDOM, Math.min(FIRST, given) - coded, null);
        }
        int differences = ofRounds(question);
        if (differences > 0) {
            return new Step(Kind.SETTLE, differences, null);
        }
        if (database.studies().currentModel(question.study(), question.name()).isEmpty()) {
            return new Step(given > coded ? Kind.TRAIN : Kind.RESULTS, given - coded, null);
        }
        if (coded < given) {
            return new Step(Kind.CHECK, given - coded, null);
        }
        boolean audited = database.rounds().of(question.study(), question.name()).stream()
                .anyMatch(round -> round.draw().purpose() == Draw.Purpose.AUDIT);
        return new Step(audited ? Kind.RESULTS : Kind.AUDIT, 0, null);
    }

    /** Number of differences in finished rounds of double coding that are not settled. */
    private int ofRounds(Question question) {
        SettleDifferences settling = new SettleDifferences(workspace);
        return database.rounds().of(question.study(), question.name()).stream()
                .filter(round -> round.draw().purpose() == Draw.Purpose.DOUBLE_CODING)
                .mapToInt(round -> settling.list(new SettleDifferences.Scope(question.study(), question.name(), round))
                        .open()
                        .size())
                .sum();
    }
}
