package org.verbacode.workflow.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.ModelName;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.AnswerLanguage;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.Repair;
import org.verbacode.learning.Contribution;
import org.verbacode.learning.Model;
import org.verbacode.search.Hit;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.analysis.WorkspaceLexicon;
import org.verbacode.workflow.coders.OpenRounds;
import org.verbacode.workflow.model.StoredModels;
import org.verbacode.workflow.review.ReviewAnswers.Place;
import org.verbacode.workflow.search.SearchAnswers;

/**
 * Explains the suggestions of an answer by the words that contributed most, and finds similar answers already coded. The
 * screen loads this help after the answer itself.
 */
public final class AssistCoder {
    private static final Logger LOG = LoggerFactory.getLogger(AssistCoder.class);
    /** Number of similar answers shown. */
    private static final int SIMILAR = 3;
    /** Words are marked, largest contribution first, until they make up this share of the positive contributions. */
    private static final double SHARE = 0.6;
    /** Number of words marked for a code at most. */
    private static final int MAX_WORDS = 6;

    private final Workspace workspace;
    private final ReviewAnswers review;
    private final SearchAnswers search;
    private final FrenchAnalyser analyser;
    private final ReentrantLock modelLock = new ReentrantLock();
    private @Nullable ModelName name;
    private @Nullable Reader reader;

    public AssistCoder(Workspace workspace, ReviewAnswers review, SearchAnswers search) {
        this.workspace = workspace;
        this.review = review;
        this.search = search;
        this.analyser = WorkspaceLexicon.analyser(workspace.folder());
    }

    /**
     * The help beside an answer.
     *
     * @param words the whole answer cut at the words that contributed to a code on the screen; marked if that code is
     *     suggested
     * @param repairs spellings that were corrected before the analysis
     * @param language the language it seems to be written in
     * @param similar the most similar coded answers, most similar first; identical texts are joined
     */
    public record Assistance(
            List<TextSpan> words, List<Repair> repairs, AnswerLanguage language, List<Similar> similar) {
        public Assistance {
            words = List.copyOf(words);
            repairs = List.copyOf(repairs);
            similar = List.copyOf(similar);
        }
    }

    /**
     * A similar answer and its codes.
     *
     * @param answers number of answers with the same words
     * @param codes in the order of the codebook, with the number of these answers that bear each
     */
    public record Similar(Answer answer, int answers, Map<Code, Integer> codes) {
        public Similar {
            codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        }
    }

    /** A model and the analyser that it was trained with. */
    private record Reader(Model model, FrenchAnalyser analyser) {}

    /** The help for an answer. It shows nothing that the coder must not see yet: a blind answer gets none. */
    public Assistance with(Place place, AnswerId id) {
        VisibleMaterial visible = review.material(place, id);
        Optional<Reader> explains = visible.shown().isEmpty() ? Optional.empty() : read(place, visible);
        AnalysedAnswer read = explains.map(Reader::analyser)
                .orElse(analyser)
                .analyse(visible.answer().text());
        return new Assistance(
                explains.map(reader -> words(reader.model(), read, visible))
                        .orElse(TextSpan.of(visible.answer().text(), List.of())),
                read.repairs(),
                read.language(),
                similar(visible.answer(), visible.coded()));
    }

    /**
     * The most similar answers with the codes that count, for those who settle differences. Answers of open rounds are left
     * out, and nothing helps to code an answer of an open round.
     *
     * @throws RefusedException if there is no such answer
     */
    public List<Similar> similarTo(AnswerId id) {
        Answer answer = workspace
                .database()
                .answers()
                .find(id)
                .orElseThrow(() -> new RefusedException(Message.of("workflow.answer.unknown")));
        Map<AnswerId, Set<CodeId>> applied = new HashMap<>();
        workspace
                .database()
                .codings()
                .counting(answer.study(), answer.question())
                .forEach(coding -> applied.put(coding.answer(), coding.applied()));
        Set<AnswerId> open =
                OpenRounds.of(workspace, answer.study(), answer.question()).answers();
        if (open.contains(id)) {
            return List.of();
        }
        applied.keySet().removeAll(open);
        List<Answer> answers = workspace.database().answers().given(answer.study(), answer.question());
        return similar(answer, new IdenticalTexts(answers).joined(applied, id));
    }

    private List<Similar> similar(Answer answer, Map<AnswerId, IdenticalAnswers> coded) {
        if (coded.isEmpty()) {
            return List.of();
        }
        List<Code> codes = workspace
                .database()
                .codebooks()
                .current(answer.study(), answer.question())
                .codes();
        return search.similar(answer, coded.keySet(), SIMILAR, Progress.NONE).stream()
                .map(match -> {
                    IdenticalAnswers alike = coded.getOrDefault(match.answer().id(), IdenticalAnswers.of(Set.of()));
                    Map<Code, Integer> applied = new LinkedHashMap<>();
                    for (Code code : codes) {
                        Integer answers = alike.codes().get(code.id());
                        if (answers != null) {
                            applied.put(code, answers);
                        }
                    }
                    return new Similar(match.answer(), alike.answers(), applied);
                })
                .toList();
    }

    private static List<TextSpan> words(Model model, AnalysedAnswer analysed, VisibleMaterial visible) {
        String text = analysed.text();
        Map<Integer, Hit.Span> spans = new TreeMap<>();
        Map<Hit.Span, Map<CodeId, Double>> contributions = new HashMap<>();
        for (CodeId code : visible.shown()) {
            if (model.codebook().byId(code).isPresent()) {
                for (Contribution contribution : largest(model.explain(analysed, code))) {
                    Hit.Span span = new Hit.Span(contribution.start(), contribution.end());
                    spans.put(span.start(), span);
                    contributions
                            .computeIfAbsent(span, unused -> new HashMap<>())
                            .put(code, contribution.contribution());
                }
            }
        }
        return TextSpan.of(text, spans.values(), span -> {
            List<CodeId> codes = strongestFirst(contributions.getOrDefault(span, Map.of()));
            return new TextSpan(
                    text.substring(span.start(), span.end()),
                    codes.stream().anyMatch(visible.proposed()::contains),
                    codes);
        });
    }

    private static List<CodeId> strongestFirst(Map<CodeId, Double> codes) {
        return codes.entrySet().stream()
                .sorted(Map.Entry.<CodeId, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Contribution> largest(List<Contribution> contributions) {
        List<Contribution> positive = contributions.stream()
                .filter(contribution -> contribution.contribution() > 0)
                .sorted(Comparator.comparingDouble(Contribution::contribution).reversed())
                .toList();
        double all = positive.stream().mapToDouble(Contribution::contribution).sum();
        List<Contribution> largest = new ArrayList<>();
        double sum = 0;
        for (Contribution contribution : positive) {
            if (sum < SHARE * all && largest.size() < MAX_WORDS) {
                largest.add(contribution);
                sum += contribution.contribution();
            }
        }
        return largest;
    }

    /** The model whose suggestions are on the screen; empty while another request reads it, or if its folder is missing. */
    private Optional<Reader> read(Place place, VisibleMaterial visible) {
        if (visible.live().isPresent()) {
            return visible.live()
                    .flatMap(live ->
                            live.explaining(visible.answer().id()).map(model -> new Reader(model, live.analyser())));
        }
        ModelName wanted = visible.model().map(ModelName::saved).orElse(null);
        if (wanted == null || !modelLock.tryLock()) {
            return Optional.empty();
        }
        try {
            if (!wanted.equals(name)) {
                reader = null;
                name = wanted;
                Model model = new StoredModels(workspace.models()).of(place.study(), place.question(), wanted);
                reader = new Reader(model, model.analyser());
            }
            return Optional.ofNullable(reader);
        } catch (RefusedException e) {
            LOG.debug("no model to explain with", e);
            return Optional.empty();
        } finally {
            modelLock.unlock();
        }
    }
}
