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
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.analysis.WorkspaceLexicon;
import org.verbacode.workflow.model.StoredModels;
import org.verbacode.workflow.review.ReviewAnswers.Place;
import org.verbacode.workflow.review.ReviewAnswers.Sight;
import org.verbacode.workflow.search.SearchAnswers;

/**
 * Shows beside an answer why the model proposes what it does and how answers like it were coded. It comes after the
 * answer itself, which waits for nothing.
 */
public final class AssistCoder {
    private static final Logger LOG = LoggerFactory.getLogger(AssistCoder.class);
    private static final int SIMILAR = 3;
    /** The words that weighed: the heaviest that together make up this share of what speaks for a code. */
    private static final double SHARE = 0.6;

    private static final int MOST_WORDS = 6;

    private final Workspace workspace;
    private final ReviewAnswers review;
    private final SearchAnswers search;
    private final FrenchAnalyser analyser;
    private final ReentrantLock reading = new ReentrantLock();
    private @Nullable ModelName name;
    private @Nullable Reader reader;

    public AssistCoder(Workspace workspace, ReviewAnswers review, SearchAnswers search) {
        this.workspace = workspace;
        this.review = review;
        this.search = search;
        this.analyser = WorkspaceLexicon.analyser(workspace.folder());
    }

    /**
     * What helps with an answer.
     *
     * @param words the whole answer cut where something weighed for a code in view; marked where the model proposes it
     * @param repairs spellings that were read as others
     * @param tongue the language it seems to be written in
     * @param similar the most similar answers already coded, each with other words, nearest first
     */
    public record Assistance(List<TextSpan> words, List<Repair> repairs, AnswerLanguage tongue, List<Similar> similar) {
        public Assistance {
            words = List.copyOf(words);
            repairs = List.copyOf(repairs);
            similar = List.copyOf(similar);
        }
    }

    /**
     * An answer like the one on the screen, and its codes.
     *
     * @param answers how many say the same in the same words
     * @param codes in the order of the codebook, each with how many of these answers bear it
     */
    public record Similar(Answer answer, int answers, Map<Code, Integer> codes) {
        public Similar {
            codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        }
    }

    /** A model, and what reads answers for it. */
    private record Reader(Model model, FrenchAnalyser analyser) {}

    /** Nothing that the coder must not see yet: an answer to be coded blind gets no help. */
    public Assistance with(Place place, AnswerId id) {
        Sight sight = review.sight(place, id);
        Optional<Reader> explains = sight.shown().isEmpty() ? Optional.empty() : read(place, sight);
        AnalysedAnswer read = explains.map(Reader::analyser)
                .orElse(analyser)
                .analyse(sight.answer().text());
        return new Assistance(
                explains.map(reader -> words(reader.model(), read, sight))
                        .orElse(TextSpan.of(sight.answer().text(), List.of())),
                read.repairs(),
                read.tongue(),
                similar(place, sight));
    }

    private List<Similar> similar(Place place, Sight sight) {
        if (sight.coded().isEmpty()) {
            return List.of();
        }
        List<Code> codes = workspace
                .database()
                .codebooks()
                .current(place.study(), place.question())
                .codes();
        return search.similar(sight.answer(), sight.coded().keySet(), SIMILAR, Progress.NONE).stream()
                .map(match -> {
                    IdenticalAnswers coded =
                            sight.coded().getOrDefault(match.answer().id(), IdenticalAnswers.of(Set.of()));
                    Map<Code, Integer> applied = new LinkedHashMap<>();
                    for (Code code : codes) {
                        Integer answers = coded.codes().get(code.id());
                        if (answers != null) {
                            applied.put(code, answers);
                        }
                    }
                    return new Similar(match.answer(), coded.answers(), applied);
                })
                .toList();
    }

    private static List<TextSpan> words(Model model, AnalysedAnswer analysed, Sight sight) {
        String text = analysed.text();
        Map<Integer, Hit.Span> spans = new TreeMap<>();
        Map<Hit.Span, Map<CodeId, Double>> weighed = new HashMap<>();
        for (CodeId code : sight.shown()) {
            if (model.codebook().byId(code).isPresent()) {
                for (Contribution weight : heaviest(model.explain(analysed, code))) {
                    Hit.Span span = new Hit.Span(weight.start(), weight.end());
                    spans.put(span.start(), span);
                    weighed.computeIfAbsent(span, unused -> new HashMap<>()).put(code, weight.contribution());
                }
            }
        }
        return TextSpan.of(text, spans.values(), span -> {
            List<CodeId> codes = strongestFirst(weighed.getOrDefault(span, Map.of()));
            return new TextSpan(
                    text.substring(span.start(), span.end()),
                    codes.stream().anyMatch(sight.proposed()::contains),
                    codes);
        });
    }

    private static List<CodeId> strongestFirst(Map<CodeId, Double> codes) {
        return codes.entrySet().stream()
                .sorted(Map.Entry.<CodeId, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Contribution> heaviest(List<Contribution> weights) {
        List<Contribution> speaking = weights.stream()
                .filter(weight -> weight.contribution() > 0)
                .sorted(Comparator.comparingDouble(Contribution::contribution).reversed())
                .toList();
        double all = speaking.stream().mapToDouble(Contribution::contribution).sum();
        List<Contribution> heaviest = new ArrayList<>();
        double sum = 0;
        for (Contribution weight : speaking) {
            if (sum < SHARE * all && heaviest.size() < MOST_WORDS) {
                heaviest.add(weight);
                sum += weight.contribution();
            }
        }
        return heaviest;
    }

    /** The model whose suggestions are in view; empty while another request is reading it, or if its folder has gone. */
    private Optional<Reader> read(Place place, Sight sight) {
        if (sight.live().isPresent()) {
            return sight.live().flatMap(live -> live.explaining(sight.answer().id())
                    .map(model -> new Reader(model, live.analyser())));
        }
        ModelName wanted = sight.model().map(ModelName::saved).orElse(null);
        if (wanted == null || !reading.tryLock()) {
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
            reading.unlock();
        }
    }
}
