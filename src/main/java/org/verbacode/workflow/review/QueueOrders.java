package org.verbacode.workflow.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Draw;
import org.verbacode.coding.EventId;
import org.verbacode.coding.Round;
import org.verbacode.coding.Suggestion;
import org.verbacode.learning.Uncertainty;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.Question;
import org.verbacode.study.RefusedException;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.coders.PacketOrder;
import org.verbacode.workflow.model.QuestionSuggestions;
import org.verbacode.workflow.search.SearchAnswers;

/** Orders the answers of each queue. A queue keeps its order once it has been opened. */
final class QueueOrders {
    private final Workspace workspace;
    private final SearchAnswers search;
    private final Question question;
    private final CoderName coder;
    private final Set<AnswerId> hidden;
    private final List<Answer> answers;
    private final Map<ReviewQueue, List<Answer>> orders = new HashMap<>();
    private final Map<String, Map<AnswerId, SearchAnswers.Match>> searches = new HashMap<>();

    /**
     * @param answers all answers given to the question
     * @param hidden those whose suggestions must not be seen; queues that suggestions order leave them out
     */
    QueueOrders(
            Workspace workspace,
            SearchAnswers search,
            Question question,
            CoderName coder,
            List<Answer> answers,
            Set<AnswerId> hidden) {
        this.coder = coder;
        this.hidden = hidden;
        this.workspace = workspace;
        this.search = search;
        this.question = question;
        this.answers = answers;
    }

    /** The answers of a queue in their order, whatever their status; later decisions do not change it. */
    List<Answer> of(ReviewQueue queue, QuestionSuggestions suggestions, Map<AnswerId, Coding> codings) {
        ReviewQueue anyStatus = new ReviewQueue(
                queue.order(), queue.code(), queue.wave(), ReviewQueue.Status.ALL, queue.search(), queue.round());
        return orders.computeIfAbsent(anyStatus, unused -> order(queue, suggestions, codings));
    }

    private List<Answer> order(ReviewQueue queue, QuestionSuggestions suggestions, Map<AnswerId, Coding> codings) {
        WaveName wave = queue.wave();
        List<Answer> wanted = answers.stream()
                .filter(answer -> wave == null || answer.wave().equals(wave))
                .collect(Collectors.toCollection(ArrayList::new));
        switch (queue.order()) {
            case RANDOM -> {
                List<AnswerId> drawn;
                // Two queues opened at the same time must not both draw the answers that are new.
                synchronized (workspace) {
                    drawn = drawn();
                }
                Map<AnswerId, Integer> places = new HashMap<>();
                drawn.forEach(answer -> places.put(answer, places.size()));
                wanted.sort(Comparator.comparing(answer -> places.getOrDefault(answer.id(), places.size())));
            }
            case BY_CODE -> {
                wanted.removeIf(answer -> hidden.contains(answer.id()));
                Map<AnswerId, Double> probabilities = probabilities(wanted, queue.code(), suggestions);
                wanted.removeIf(answer -> !probabilities.containsKey(answer.id()));
                likeliestFirst(wanted, probabilities);
            }
            case RECONSIDER -> {
                wanted.removeIf(answer -> hidden.contains(answer.id()));
                likeliestFirst(wanted, probabilities(wanted, queue.code(), suggestions));
            }
            case TO_CHECK -> {
                wanted.removeIf(answer -> hidden.contains(answer.id()));
                toCheck(wanted, suggestions, codings);
            }
            case SEARCH -> {
                Map<AnswerId, Integer> places = new HashMap<>();
                found(queue.search()).keySet().forEach(answer -> places.put(answer, places.size()));
                wanted.removeIf(answer -> !places.containsKey(answer.id()));
                wanted.sort(Comparator.comparing(answer -> places.getOrDefault(answer.id(), 0)));
            }
            case DRAW -> drawn(wanted, queue.round());
            case LIST -> {}
        }
        return wanted;
    }

    /** The answers of a round in the coder's order. */
    private void drawn(List<Answer> wanted, @Nullable EventId id) {
        Map<AnswerId, Integer> places = new HashMap<>();
        if (id != null) {
            Round round = workspace
                    .database()
                    .rounds()
                    .find(id)
                    .filter(found -> found.isOf(coder))
                    .orElseThrow(() -> new RefusedException(Message.of("workflow.review.round", coder.value())));
            PacketOrder.of(round, coder).forEach(answer -> places.put(answer, places.size()));
        }
        wanted.removeIf(answer -> !places.containsKey(answer.id()));
        wanted.sort(Comparator.comparing(answer -> places.getOrDefault(answer.id(), 0)));
    }

    /**
     * The random order for coding. Each draw is stored, so that the first answers of it that are coded are a random sample
     * of the answers that existed at that time. Answers imported later are drawn and appended.
     */
    private List<AnswerId> drawn() {
        List<Draw> draws = workspace.database().codings().draws(question.study(), question.name()).stream()
                .filter(draw -> draw.purpose() == Draw.Purpose.TRAINING)
                .toList();
        Set<AnswerId> order = new LinkedHashSet<>();
        draws.forEach(draw -> order.addAll(draw.answers()));
        List<AnswerId> rest = answers.stream()
                .map(Answer::id)
                .filter(answer -> !order.contains(answer))
                .sorted(Comparator.comparing(AnswerId::value))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!rest.isEmpty()) {
            long seed = 31L
                            * (31L * question.study().value().hashCode()
                                    + question.name().value().hashCode())
                    + draws.size();
            Collections.shuffle(rest, new Random(seed));
            workspace
                    .database()
                    .codings()
                    .store(new Draw(
                            workspace.database().codings().nextId(),
                            question.study(),
                            question.name(),
                            null,
                            Draw.Purpose.TRAINING,
                            seed,
                            workspace.clock().instant(),
                            rest));
            order.addAll(rest);
        }
        return List.copyOf(order);
    }

    /** The answers that a search found, best first. */
    Map<AnswerId, SearchAnswers.Match> found(String typed) {
        return searches.computeIfAbsent(typed, words -> {
            Map<AnswerId, SearchAnswers.Match> found = new LinkedHashMap<>();
            search.run(
                            new SearchAnswers.Request(question.study(), words, question.name(), null, answers.size()),
                            Progress.NONE)
                    .matches()
                    .forEach(match -> found.put(match.answer().id(), match));
            return found;
        });
    }

    private static Map<AnswerId, Double> probabilities(
            List<Answer> wanted, @Nullable CodeId code, QuestionSuggestions suggestions) {
        Map<AnswerId, Double> probabilities = new HashMap<>();
        for (Answer answer : wanted) {
            suggestions.of(answer.id()).stream()
                    .filter(suggestion -> suggestion.code().equals(code))
                    .forEach(suggestion -> probabilities.put(answer.id(), suggestion.probability()));
        }
        return probabilities;
    }

    private static void likeliestFirst(List<Answer> wanted, Map<AnswerId, Double> probabilities) {
        wanted.sort(Comparator.comparing((Answer answer) -> probabilities.getOrDefault(answer.id(), 0.0))
                .reversed());
    }

    /** Coded answers that the model contradicts, most contradicted first, then uncoded answers by rising certainty. */
    private static void toCheck(List<Answer> wanted, QuestionSuggestions suggestions, Map<AnswerId, Coding> codings) {
        Map<CodeId, Double> givenFrom = suggestions.givenFrom();
        Map<AnswerId, Double> margins = new HashMap<>();
        for (Answer answer : wanted) {
            List<Suggestion> ofAnswer = suggestions.of(answer.id());
            if (!ofAnswer.isEmpty()) {
                Coding coding = codings.get(answer.id());
                margins.put(
                        answer.id(),
                        coding == null || !coding.finished()
                                ? Uncertainty.margin(ofAnswer, givenFrom)
                                : Uncertainty.agreement(ofAnswer, givenFrom, coding.considered()));
            }
        }
        wanted.removeIf(answer -> !margins.containsKey(answer.id()));
        wanted.sort(Comparator.comparing(answer -> margins.getOrDefault(answer.id(), 0.0)));
    }
}
