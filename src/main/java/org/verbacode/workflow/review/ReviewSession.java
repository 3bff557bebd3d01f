package org.verbacode.workflow.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.Folding;
import org.verbacode.learning.ModelCard;
import org.verbacode.search.Hit;
import org.verbacode.store.Codings;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Question;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.LiveModels;
import org.verbacode.workflow.model.LiveSuggestions;
import org.verbacode.workflow.model.QuestionSuggestions;
import org.verbacode.workflow.search.SearchAnswers;

/**
 * What one coder's work on one question needs at hand, so that the next answer comes at once. It is read when the
 * screen is opened; from then on each act brings the answers it touched up to date.
 */
final class ReviewSession {
    /** Answers on the screen at most, in all windows of a coder. */
    private static final int SCREENS = 200;

    final Codings.Desk desk;
    final Question question;
    final List<WaveName> waves;
    final Optional<ModelName> model;
    private final Database database;
    private final List<Answer> answers;
    private final Map<AnswerId, Answer> byId = new HashMap<>();
    private final Map<AnswerId, String> words = new HashMap<>();
    private final Map<String, Integer> sameWords = new HashMap<>();
    private final Map<AnswerId, Coding> mine = new HashMap<>();
    private final Map<AnswerId, List<Coding>> others = new HashMap<>();
    private final StoredSuggestions stored;
    private final LiveModels liveModels;
    private Optional<LiveModels.Followed> live;
    private final Map<AnswerId, Said> onScreen;
    private final Map<AnswerId, ModelName> seen;
    private final QueueOrders orders;
    private Codebook codebook;

    /**
     * What the model said of an answer when it came on the screen: that is what the coder answers to, whatever the model
     * has learned since.
     *
     * @param by the version that said it; empty if none did
     * @param lines how good that version is for each code, by the code's id
     */
    record Said(List<Suggestion> suggestions, Optional<ModelName> by, Map<String, ModelCard.CodeLine> lines) {}

    /** @param before the desk this one takes the place of, whose screens may still be open; null for none */
    ReviewSession(
            Workspace workspace,
            SearchAnswers search,
            LiveModels liveModels,
            Proposals proposals,
            Question question,
            CoderName coder,
            @Nullable ReviewSession before) {
        this.database = workspace.database();
        this.liveModels = liveModels;
        this.onScreen = before == null ? new LinkedHashMap<>() : before.onScreen;
        this.question = question;
        this.desk = new Codings.Desk(question.study(), question.name(), coder);
        waves = database.studies().waves(question.study());
        codebook = database.codebooks().current(question.study(), question.name());
        answers = database.answers().given(question.study(), question.name());
        for (Answer answer : answers) {
            byId.put(answer.id(), answer);
            String said = words(answer);
            words.put(answer.id(), said);
            sameWords.merge(said, 1, Integer::sum);
        }
        for (Coding coding : database.codings().ofQuestion(question.study(), question.name())) {
            if (coding.coder().equals(coder)) {
                mine.put(coding.answer(), coding);
            } else if (coding.finished()) {
                others.computeIfAbsent(coding.answer(), unused -> new ArrayList<>())
                        .add(coding);
            }
        }
        orders = new QueueOrders(workspace, search, question, answers);
        model = database.studies()
                .currentModel(question.study(), question.name())
                .map(ModelName::new);
        stored = new StoredSuggestions(database, question, proposals);
        live = liveModels.follow(question, model, codebook, answers);
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
        live = liveModels.follow(question, model, codebook, answers);
    }

    /** The live model's suggestions once there is one, until then those of the saved version. */
    private QuestionSuggestions suggested() {
        return live.flatMap(LiveModels.Followed::now)
                .map(QuestionSuggestions.class::cast)
                .orElse(stored);
    }

    /** Whether what the model says follows each decision. */
    boolean isLive() {
        return live.flatMap(LiveModels.Followed::now).isPresent();
    }

    /** An answer comes on the screen: the model is asked about it. */
    void show(AnswerId answer) {
        onScreen.remove(answer);
        said(answer);
    }

    private Said said(AnswerId answer) {
        Said said = onScreen.get(answer);
        if (said == null) {
            QuestionSuggestions now = suggested();
            said = new Said(now.of(answer), now.by(answer), now.lines(answer));
            onScreen.put(answer, said);
            if (onScreen.size() > SCREENS) {
                onScreen.remove(onScreen.keySet().iterator().next());
            }
        }
        return said;
    }

    /** How good the model is that spoke of an answer, by code. */
    Map<String, ModelCard.CodeLine> lines(AnswerId answer) {
        return said(answer).lines();
    }

    /** The live model that may say which words weigh in an answer; empty if a saved version spoke of it. */
    Optional<LiveSuggestions> live(AnswerId answer) {
        Optional<LiveSuggestions> now = live.flatMap(LiveModels.Followed::now);
        return suggestedBy(answer).filter(ModelName::isLive).isPresent() ? now : Optional.empty();
    }

    Optional<Answer> answer(AnswerId id) {
        return Optional.ofNullable(byId.get(id));
    }

    int alike(Answer answer) {
        return sameWords.getOrDefault(words.getOrDefault(answer.id(), ""), 1);
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
     * What is coded of all other answers, those of the same words joined, by one answer that says them.
     *
     * @param byOthers whether what others coded may be seen
     */
    Map<AnswerId, IdenticalAnswers> codedBeside(AnswerId shown, boolean byOthers) {
        Map<AnswerId, Set<CodeId>> coded = coded(byOthers);
        Map<String, AnswerId> first = new HashMap<>();
        Map<AnswerId, IdenticalAnswers> joined = new HashMap<>();
        for (Answer answer : answers) {
            Set<CodeId> codes = coded.get(answer.id());
            if (codes != null && !answer.id().equals(shown)) {
                AnswerId one = first.computeIfAbsent(words.getOrDefault(answer.id(), ""), unused -> answer.id());
                joined.merge(one, IdenticalAnswers.of(codes), IdenticalAnswers::and);
            }
        }
        return joined;
    }

    /**
     * The answers that are coded, and with which codes: as this coder said, else as the last other coder did.
     *
     * @param byOthers whether what others coded may be seen
     */
    private Map<AnswerId, Set<CodeId>> coded(boolean byOthers) {
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
        return said(answer).by();
    }

    List<Suggestion> suggestions(AnswerId answer) {
        return said(answer).suggestions();
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
        return suggested().any();
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
        live.ifPresent(following -> following.decided(touched));
    }

    /** From now on, whatever happens, what is decided on this answer was decided with suggestions in view. */
    void sawSuggestions(AnswerId answer) {
        ModelName by = said(answer).by().orElse(null);
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
        return orders.of(queue, suggested(), mine);
    }

    /** The answers that hold the words looked for, best first, and where they stand in them. */
    Map<AnswerId, List<Hit.Span>> found(String typed) {
        return orders.found(typed);
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
        suggested().proposed().forEach((answer, codes) -> {
            if (byId.containsKey(answer) && isToDo(answer)) {
                codes.forEach(code -> counts.merge(code, 1, Integer::sum));
            }
        });
        counts.keySet().removeIf(code -> codebook.byId(code).isEmpty());
        return counts;
    }
}
