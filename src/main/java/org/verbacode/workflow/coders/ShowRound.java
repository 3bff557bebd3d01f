package org.verbacode.workflow.coders;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Draw;
import org.verbacode.coding.FrozenLabels;
import org.verbacode.coding.Provenance;
import org.verbacode.coding.Round;
import org.verbacode.store.Database;
import org.verbacode.study.AnswerId;
import org.verbacode.workflow.Workspace;

/** Describes a round: its progress, its population, and for each code the counts that an audit estimate needs. */
public final class ShowRound {
    private final Database database;

    public ShowRound(Workspace workspace) {
        this.database = workspace.database();
    }

    /**
     * A round.
     *
     * @param population number of given answers drawn from
     * @param known number of these whose codes were true values at the draw
     * @param coded number of drawn answers that are coded blind: by all coders of a double coding, else by anyone
     * @param codes the strata of each code of the round's codebook version
     */
    public record Description(
            Round round,
            RoundProgress progress,
            int population,
            int known,
            int coded,
            Map<Code, List<Stratum>> codes) {}

    /**
     * The answers, known ones left out, that had the same label at the draw.
     *
     * @param labelled whether the label was that the code applies
     * @param size number of answers in the population
     * @param drawn number of these that were drawn
     * @param coded number of the drawn ones that are coded blind
     * @param positive number of the coded ones to which the code applies
     */
    public record Stratum(boolean labelled, int size, int drawn, int coded, int positive) {}

    /** How far a round has come. */
    public RoundProgress progress(Round round) {
        return RoundProgress.of(database, round);
    }

    /** Describes a round at this moment, under the codebook that it was drawn with. */
    public Description run(Round round) {
        Map<AnswerId, FrozenLabels> population = database.rounds().population(round.id());
        RoundProgress progress = RoundProgress.of(database, round);
        Map<AnswerId, Coding> truth = truth(round, progress);
        Map<Code, List<Stratum>> codes = new LinkedHashMap<>();
        for (Code code : database.codebooks()
                .version(round.draw().study(), round.draw().question(), round.codebookVersion())
                .codes()) {
            codes.put(
                    code,
                    Stream.of(false, true)
                            .map(labelled -> stratum(code, labelled, population, round, truth))
                            .toList());
        }
        int known =
                (int) population.values().stream().filter(FrozenLabels::known).count();
        return new Description(round, progress, population.size(), known, truth.size(), codes);
    }

    private static Stratum stratum(
            Code code,
            boolean labelled,
            Map<AnswerId, FrozenLabels> population,
            Round round,
            Map<AnswerId, Coding> truth) {
        int size = (int) population.values().stream()
                .filter(labels -> isIn(labels, code, labelled))
                .count();
        List<AnswerId> drawn = round.draw().answers().stream()
                .filter(answer -> isIn(population.get(answer), code, labelled))
                .toList();
        List<Boolean> verdicts = drawn.stream()
                .map(truth::get)
                .flatMap(coding -> Stream.ofNullable(coding))
                .flatMap(coding -> Stream.ofNullable(coding.considered().get(code.id())))
                .toList();
        return new Stratum(labelled, size, drawn.size(), verdicts.size(), (int)
                verdicts.stream().filter(verdict -> verdict).count());
    }

    private static boolean isIn(@Nullable FrozenLabels labels, Code code, boolean labelled) {
        return labels != null && !labels.known() && labels.codes().contains(code.id()) == labelled;
    }

    /**
     * The blind coding of each coded answer of the round, on the codes of its codebook: the agreed one, else that of the coder named first, else the
     * first by name.
     */
    private Map<AnswerId, Coding> truth(Round round, RoundProgress progress) {
        Map<CoderName, Integer> ranks = new HashMap<>();
        ranks.put(CoderName.AGREED, 0);
        round.coders().forEach(coder -> ranks.put(coder, ranks.size()));
        Map<AnswerId, Coding> truth = new HashMap<>();
        Comparator<Coding> order = Comparator.comparing(
                        (Coding coding) -> ranks.getOrDefault(coding.coder(), ranks.size()))
                .thenComparing(coding -> coding.coder().value());
        boolean isDouble = round.draw().purpose() == Draw.Purpose.DOUBLE_CODING;
        database.codings().ofQuestion(round.draw().study(), round.draw().question(), round.codebookVersion()).stream()
                .filter(coding -> coding.finished() && coding.manner() == Provenance.Manner.BLIND)
                .filter(coding -> !isDouble || progress.coded().contains(coding.answer()))
                .sorted(order)
                .forEach(coding -> truth.putIfAbsent(coding.answer(), coding));
        truth.keySet().retainAll(round.draw().answers());
        return truth;
    }
}
