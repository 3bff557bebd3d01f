package org.verbacode.workflow.coders;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Draw;
import org.verbacode.coding.Draw.Purpose;
import org.verbacode.coding.EventId;
import org.verbacode.coding.FrozenLabels;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Provenance;
import org.verbacode.coding.Round;
import org.verbacode.coding.Suggestion;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.Question;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;

/**
 * Draws answers at random for a round of blind coding, and freezes what is known of the population at that moment: the
 * codes of answers that people have coded blind or agreed on, and the labels (assisted codings, suggestions) of the others.
 */
public final class DrawRound {
    private final Workspace workspace;
    private final Database database;

    public DrawRound(Workspace workspace) {
        this.workspace = workspace;
        this.database = workspace.database();
    }

    /**
     * What to draw.
     *
     * @param size number of answers, or their share of the population
     * @param wave null for all
     * @param coders who code them; at least two for double coding
     * @param seed null for a new one
     * @param name null for one made from purpose and date
     */
    public record Request(
            StudyName study,
            QuestionName question,
            SampleSize size,
            Purpose purpose,
            @Nullable WaveName wave,
            List<CoderName> coders,
            @Nullable Long seed,
            @Nullable String name) {
        public Request {
            coders = List.copyOf(coders);
        }
    }

    /**
     * Draws and stores a round.
     *
     * @throws RefusedException if there is no such question or wave, no codebook, too few answers can be drawn, or the
     *     name is taken
     */
    public Round run(Request request) {
        Question question = new ListStudies(workspace).question(request.study(), request.question());
        synchronized (workspace) {
            return database.inTransaction(() -> draw(question, request));
        }
    }

    private Round draw(Question question, Request request) {
        List<Answer> given = database.answers().given(question.study(), question.name());
        WaveName wave = request.wave();
        List<Answer> population = given.stream()
                .filter(answer -> wave == null || answer.wave().equals(wave))
                .toList();
        if (population.isEmpty()) {
            throw new RefusedException(
                    wave == null
                            ? Message.of(
                                    "workflow.coders.draw.empty",
                                    question.name().value())
                            : Message.of(
                                    "workflow.coders.draw.wave",
                                    question.name().value(),
                                    wave.value(),
                                    given.stream()
                                            .map(answer -> answer.wave().value())
                                            .distinct()
                                            .collect(Collectors.joining(", "))));
        }
        int version =
                database.codebooks().current(question.study(), question.name()).version();
        if (version == 0) {
            throw new RefusedException(
                    Message.of("workflow.coders.draw.codebook", question.name().value()));
        }
        Map<AnswerId, FrozenLabels> frozen = freeze(question, population);
        List<AnswerId> eligible = eligible(request, question, population, frozen);
        int size = request.size().of(population.size());
        if (size > eligible.size()) {
            throw new RefusedException(Message.of(
                    "workflow.coders.draw.few." + request.purpose().name().toLowerCase(Locale.ROOT),
                    size,
                    eligible.size()));
        }
        EventId id = database.codings().nextId();
        long seed = request.seed() == null ? id.value().hashCode() : request.seed();
        Collections.shuffle(eligible, new Random(seed));
        Draw draw = new Draw(
                id,
                question.study(),
                question.name(),
                wave,
                request.purpose(),
                seed,
                workspace.clock().instant(),
                eligible.subList(0, size));
        ModelName model = database.studies()
                .currentModel(question.study(), question.name())
                .map(ModelName::new)
                .orElse(null);
        return database.rounds().save(new Round(draw, name(request), request.coders(), version, model), frozen);
    }

    /** The known codes or the labels of each answer of the population. */
    private Map<AnswerId, FrozenLabels> freeze(Question question, List<Answer> population) {
        Map<AnswerId, Coding> counting = database.codings().counting(question.study(), question.name()).stream()
                .collect(Collectors.toMap(Coding::answer, Function.identity()));
        Map<AnswerId, Set<CodeId>> suggested = new HashMap<>();
        database.suggestions()
                .ofQuestion(question.study(), question.name())
                .forEach((answer, suggestions) -> suggested.put(
                        answer,
                        suggestions.stream()
                                .filter(Suggestion::proposed)
                                .map(Suggestion::code)
                                .collect(Collectors.toSet())));
        Map<AnswerId, FrozenLabels> frozen = new HashMap<>();
        for (Answer answer : population) {
            Coding coding = counting.get(answer.id());
            frozen.put(
                    answer.id(),
                    coding == null
                            ? new FrozenLabels(false, suggested.getOrDefault(answer.id(), Set.of()))
                            : new FrozenLabels(isKnown(coding), coding.applied()));
        }
        return frozen;
    }

    /** Whether a coding is a true value: agreed on, or made by a person without suggestions. */
    private static boolean isKnown(Coding coding) {
        return coding.coder().equals(CoderName.AGREED) || coding.manner() == Provenance.Manner.BLIND;
    }

    /**
     * The answers to draw from, by id, so that the same seed draws the same answers: for an audit those that are not known,
     * for training those that nobody has finished, for double coding those that its coders can still code blind.
     */
    private List<AnswerId> eligible(
            Request request, Question question, List<Answer> population, Map<AnswerId, FrozenLabels> frozen) {
        Set<AnswerId> taken = new HashSet<>();
        switch (request.purpose()) {
            case AUDIT ->
                frozen.forEach((answer, labels) -> {
                    if (labels.known()) {
                        taken.add(answer);
                    }
                });
            case TRAINING ->
                database.codings().ofQuestion(question.study(), question.name()).stream()
                        .filter(Coding::finished)
                        .forEach(coding -> taken.add(coding.answer()));
            case DOUBLE_CODING -> {
                for (CoderName coder : request.coders()) {
                    taken.addAll(database.codings().touchedBy(question.study(), question.name(), coder));
                    taken.addAll(database.suggestions()
                            .seen(question.study(), question.name(), coder)
                            .keySet());
                }
            }
        }
        return population.stream()
                .map(Answer::id)
                .filter(answer -> !taken.contains(answer))
                .sorted(Comparator.comparing(AnswerId::value))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private String name(Request request) {
        List<String> taken = database.rounds().of(request.study(), request.question()).stream()
                .map(Round::name)
                .toList();
        String asked = request.name();
        if (asked != null) {
            if (taken.contains(asked.strip())) {
                throw new RefusedException(Message.of("workflow.coders.draw.name", asked.strip()));
            }
            return asked;
        }
        String purpose = request.purpose().name().toLowerCase(Locale.ROOT).replaceFirst("_coding", "");
        String base = purpose + " " + LocalDate.ofInstant(workspace.clock().instant(), ZoneId.systemDefault());
        String name = base;
        for (int again = 2; taken.contains(name); again++) {
            name = base + " (" + again + ")";
        }
        return name;
    }
}
