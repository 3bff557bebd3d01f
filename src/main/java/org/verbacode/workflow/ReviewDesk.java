package org.verbacode.workflow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Draw;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.Folding;
import org.verbacode.search.Hit;
import org.verbacode.store.Codings;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Question;
import org.verbacode.study.WaveName;

/**
 * What one coder's work on one question needs at hand, so that the next answer comes at once. It is read when the
 * screen is opened; from then on each act brings the answers it touched up to date.
 */
final class ReviewDesk {
    private static final double CERTAIN = 0.5;

    final Codings.Desk desk;
    final Question question;
    final List<WaveName> waves;
    final Optional<ModelName> model;
    private final Database database;
    private final Clock clock;
    private final List<Answer> answers;
    private final Map<AnswerId, Answer> byId = new HashMap<>();
    private final Map<String, Integer> sameWords = new HashMap<>();
    private final Map<AnswerId, Coding> mine = new HashMap<>();
    private final Map<AnswerId, List<Coding>> others = new HashMap<>();
    private final Map<AnswerId, List<Suggestion>> suggestions;
    private final Map<AnswerId, ModelName> suggestedBy;
    private final Map<AnswerId, ModelName> seen;
    private final Map<ReviewQueue, List<Answer>> orders = new HashMap<>();
    private final Map<String, Map<AnswerId, List<Hit.Span>>> searches = new HashMap<>();
    private final SearchAnswers search;
    private Codebook codebook;

    ReviewDesk(Database database, Clock clock, SearchAnswers search, Question question, CoderName coder) {
        this.database = database;
        this.search = search;
        this.clock = clock;
        this.question = question;
        this.desk = new Codings.Desk(question.study(), question.name(), coder);
        waves = database.studies().waves(question.study());
        codebook = database.codebooks().current(question.study(), question.name());
        answers = database.answers().given(question.study(), question.name());
        for (Answer answer : answers) {
            byId.put(answer.id(), answer);
            sameWords.merge(words(answer), 1, Integer::sum);
        }
        for (Coding coding : database.codings().ofQuestion(question.study(), question.name())) {
            if (coding.coder().equals(coder)) {
                mine.put(coding.answer(), coding);
            } else if (coding.finished()) {
                others.computeIfAbsent(coding.answer(), unused -> new ArrayList<>())
                        .add(coding);
            }
        }
        model = database.studies()
                .currentModel(question.study(), question.name())
                .map(ModelName::new);
        suggestions = database.suggestions().ofQuestion(question.study(), question.name()).stream()
                .collect(Collectors.groupingBy(Suggestion::answer));
        suggestedBy = database.suggestions().models(question.study(), question.name());
        seen = database.suggestions().seen(question.study(), question.name(), coder);
    }

    private static String words(Answer answer) {
        return Folding.fold(answer.text()).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    Codebook codebook() {
        return codebook;
    }

    void codebookChanged() {
        codebook = database.codebooks().current(question.study(), question.name());
    }

    Optional<Answer> answer(AnswerId id) {
        return Optional.ofNullable(byId.get(id));
    }

    int alike(Answer answer) {
        return sameWords.getOrDefault(words(answer), 1);
    }

    Optional<Coding> coding(AnswerId answer) {
        return Optional.ofNullable(mine.get(answer));
    }

    List<CoderName> others(AnswerId answer) {
        return others.getOrDefault(answer, List.of()).stream()
                .map(Coding::coder)
                .toList();
    }

    /**
     * The answers that are coded, and with which codes: as this coder said, else as the last other coder did.
     *
     * @param byOthers whether what others coded may be seen
     */
    Map<AnswerId, Set<CodeId>> coded(boolean byOthers) {
        Map<AnswerId, Set<CodeId>> coded = new HashMap<>();
        if (byOthers) {
            others.forEach((answer, codings) -> codings.forEach(coding -> coded.put(answer, coding.applied())));
        }
        mine.forEach((answer, coding) -> {
            if (coding.finished()) {
                coded.put(answer, coding.applied());
            }
        });
        return coded;
    }

    /** The model version that suggested for an answer. */
    Optional<ModelName> suggestedBy(AnswerId answer) {
        return Optional.ofNullable(suggestedBy.get(answer));
    }

    List<Suggestion> suggestions(AnswerId answer) {
        return suggestions.getOrDefault(answer, List.of());
    }

    /** The codes the model gives the answer and that are still in the codebook. */
    List<CodeId> proposed(AnswerId answer) {
        return suggestions(answer).stream()
                .filter(Suggestion::proposed)
                .map(Suggestion::code)
                .filter(code -> codebook.byId(code).isPresent())
                .toList();
    }

    boolean hasSuggestions() {
        return !suggestions.isEmpty();
    }

    /** Reads again what the coder has said of these answers. */
    void changed(List<AnswerId> touched) {
        for (AnswerId answer : touched) {
            Optional<Coding> coding = database.codings().of(answer, desk.coder());
            if (coding.isPresent()) {
                mine.put(answer, coding.get());
            } else {
                mine.remove(answer);
            }
        }
    }

    /** From now on, whatever happens, what is decided on this answer was decided with suggestions in view. */
    void sawSuggestions(AnswerId answer) {
        ModelName by = suggestedBy.get(answer);
        if (by != null && !by.equals(seen.get(answer))) {
            database.suggestions().see(answer, desk.coder(), by);
            seen.put(answer, by);
        }
    }

    /** The model version whose suggestions for an answer the coder has seen, this time or before. */
    Optional<ModelName> seenModel(AnswerId answer) {
        return Optional.ofNullable(seen.get(answer));
    }

    int finished() {
        return (int) answers.stream().filter(answer -> !isToDo(answer.id())).count();
    }

    int given() {
        return answers.size();
    }

    private boolean isFinished(AnswerId answer) {
        Coding coding = mine.get(answer);
        return coding != null && coding.finished();
    }

    private boolean isToDo(AnswerId answer) {
        return !isFinished(answer) && !others.containsKey(answer);
    }

    /** The answers of a queue in their order, whatever their status; what is decided meanwhile does not change it. */
    List<Answer> inOrder(ReviewQueue queue) {
        ReviewQueue anyStatus =
                new ReviewQueue(queue.order(), queue.code(), queue.wave(), ReviewQueue.Status.ALL, queue.search());
        return orders.computeIfAbsent(anyStatus, this::order);
    }

    private List<Answer> order(ReviewQueue queue) {
        WaveName wave = queue.wave();
        List<Answer> wanted = answers.stream()
                .filter(answer -> wave == null || answer.wave().equals(wave))
                .collect(Collectors.toCollection(ArrayList::new));
        switch (queue.order()) {
            case RANDOM -> {
                List<AnswerId> drawn = drawn();
                Map<AnswerId, Integer> places = new HashMap<>();
                drawn.forEach(answer -> places.put(answer, places.size()));
                wanted.sort(Comparator.comparing(answer -> places.getOrDefault(answer.id(), places.size())));
            }
            case BY_CODE -> byCode(wanted, queue.code());
            case TO_CHECK -> {
                wanted.removeIf(answer -> suggestions(answer.id()).isEmpty());
                Map<AnswerId, Double> margins = new HashMap<>();
                wanted.forEach(answer -> margins.put(answer.id(), margin(answer.id())));
                wanted.sort(Comparator.comparing(answer -> margins.getOrDefault(answer.id(), 1.0)));
            }
            case SEARCH -> {
                Map<AnswerId, Integer> places = new HashMap<>();
                found(queue.search()).keySet().forEach(answer -> places.put(answer, places.size()));
                wanted.removeIf(answer -> !places.containsKey(answer.id()));
                wanted.sort(Comparator.comparing(answer -> places.getOrDefault(answer.id(), 0)));
            }
            case LIST -> {}
        }
        return wanted;
    }

    /**
     * The order of the answers as they were drawn for coding. Each draw is kept: who codes its first answers has coded a
     * random sample of what was there when it was drawn. Answers that came since are drawn behind them.
     */
    private List<AnswerId> drawn() {
        List<Draw> draws = database.codings().draws(question.study(), question.name()).stream()
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
            database.codings()
                    .store(new Draw(
                            database.codings().nextId(),
                            question.study(),
                            question.name(),
                            null,
                            Draw.Purpose.TRAINING,
                            seed,
                            clock.instant(),
                            rest));
            order.addAll(rest);
        }
        return List.copyOf(order);
    }

    /** The answers that hold the words looked for, best first, and where they stand in them. */
    Map<AnswerId, List<Hit.Span>> found(String typed) {
        return searches.computeIfAbsent(typed, words -> {
            Map<AnswerId, List<Hit.Span>> found = new LinkedHashMap<>();
            search.run(
                            new SearchAnswers.Request(question.study(), words, question.name(), null, answers.size()),
                            Progress.NONE)
                    .matches()
                    .forEach(match -> found.put(match.answer().id(), match.hit().spans()));
            return found;
        });
    }

    private void byCode(List<Answer> wanted, @Nullable CodeId code) {
        Map<AnswerId, Double> likely = new HashMap<>();
        for (Answer answer : wanted) {
            suggestions(answer.id()).stream()
                    .filter(suggestion -> suggestion.code().equals(code))
                    .forEach(suggestion -> likely.put(answer.id(), suggestion.probability()));
        }
        wanted.removeIf(answer -> !likely.containsKey(answer.id()));
        wanted.sort(Comparator.comparing((Answer answer) -> likely.getOrDefault(answer.id(), 0.0))
                .reversed());
    }

    /** How far the model is from changing its mind on the code it is least sure of. */
    private double margin(AnswerId answer) {
        return suggestions(answer).stream()
                .mapToDouble(suggestion -> Math.abs(suggestion.probability() - CERTAIN))
                .min()
                .orElse(1);
    }

    Predicate<Answer> having(ReviewQueue.Status status) {
        return answer -> switch (status) {
            case TO_DO -> isToDo(answer.id());
            case FINISHED -> isFinished(answer.id());
            case DOUBT ->
                isFinished(answer.id())
                        && coding(answer.id()).map(Coding::doubt).orElse(false);
            case OTHERS -> !isFinished(answer.id()) && others.containsKey(answer.id());
            case ALL -> true;
        };
    }

    /** How many answers that are still to do the model gives each code. */
    Map<CodeId, Integer> toDoByCode() {
        Map<CodeId, Integer> counts = new LinkedHashMap<>();
        for (Answer answer : answers) {
            if (isToDo(answer.id())) {
                proposed(answer.id()).forEach(code -> counts.merge(code, 1, Integer::sum));
            }
        }
        return counts;
    }
}
