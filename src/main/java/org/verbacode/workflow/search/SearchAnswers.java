package org.verbacode.workflow.search;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.verbacode.language.Folding;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.Token;
import org.verbacode.language.WordVectors;
import org.verbacode.search.AnswerIndex;
import org.verbacode.search.AnswerQuery;
import org.verbacode.search.Concordance;
import org.verbacode.search.Hit;
import org.verbacode.search.Scope;
import org.verbacode.search.Searcher;
import org.verbacode.search.SimilarAnswers;
import org.verbacode.search.Terms;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.Question;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.analysis.WorkspaceLexicon;

/**
 * Full-text search in the answers of a study. The index is in the workspace's {@code index} folder; each search first
 * indexes answers that are new or have changed. For any number of threads.
 */
public final class SearchAnswers implements AutoCloseable {
    private static final Pattern ONE_WORD = Pattern.compile("[\\p{L}-]{3,40}");
    /** Nearest words of the language among which those of the study are sought. */
    private static final int MAX_NEIGHBOURS = 200;
    /** Cosine from which a word counts as related. */
    private static final double MIN_SIMILARITY = 0.4;

    private final Workspace workspace;
    private final WordVectors vectors;
    private final ListStudies studies;
    private final FrenchAnalyser analyser;
    private final Map<StudyName, AnswerIndex> indexes = new ConcurrentHashMap<>();

    public SearchAnswers(Workspace workspace) {
        this.workspace = workspace;
        this.vectors = new WordVectors(workspace.cache());
        this.studies = new ListStudies(workspace);
        this.analyser = WorkspaceLexicon.analyser(workspace.folder());
    }

    /**
     * A search.
     *
     * @param typed as the researcher typed it
     * @param question only answers to it; null for all
     * @param wave only its answers; null for all
     * @param limit number of hits at most
     */
    public record Request(
            StudyName study,
            String typed,
            @Nullable QuestionName question,
            @Nullable WaveName wave,
            int limit) {}

    /** An answer that was found. */
    public record Match(Answer answer, Hit hit) {
        /**
         * The concordance of the words found.
         *
         * @param width characters of context on each side
         */
        public List<Concordance.Line> lines(int width) {
            return Concordance.of(hit, answer.text(), width);
        }

        /** The form by which it was found, in words; empty if no word was searched for. */
        public Optional<Message> form() {
            return Optional.ofNullable(hit.form())
                    .map(form ->
                            Message.of("workflow.search.form." + form.name().toLowerCase(Locale.ROOT)));
        }
    }

    /**
     * The result of a search.
     *
     * @param total number of answers found
     * @param matches the best of them, best first
     */
    public record Found(int total, List<Match> matches) {
        public Found {
            matches = List.copyOf(matches);
        }
    }

    /**
     * Searches; best answers first. There is no invalid query; one without words finds nothing.
     *
     * @throws RefusedException if there is no such study, question or wave
     */
    public Found run(Request request, Progress progress) {
        check(request);
        Map<AnswerId, Answer> answers = given(request.study());
        Searcher.Found found = searcher(request.study(), answers, progress)
                .find(
                        AnswerQuery.parse(request.typed()),
                        new Scope(request.question(), request.wave()),
                        request.limit());
        List<Match> matches = new ArrayList<>();
        for (Hit hit : found.hits()) {
            Answer answer = answers.get(hit.answer());
            if (answer != null) {
                matches.add(new Match(answer, hit));
            }
        }
        return new Found(found.total(), matches);
    }

    /**
     * The most similar answers to the same question, most similar first.
     *
     * @param among the answers to search, such as those already coded
     */
    public List<Match> similar(Answer answer, Collection<AnswerId> among, int limit, Progress progress) {
        Map<AnswerId, Answer> answers = given(answer.study());
        Set<AnswerId> others = new HashSet<>(among);
        others.remove(answer.id());
        List<Match> matches = new ArrayList<>();
        for (Hit hit :
                new SimilarAnswers(searcher(answer.study(), answers, progress)).to(answer.text(), others, limit)) {
            Answer found = answers.get(hit.answer());
            if (found != null) {
                matches.add(new Match(found, hit));
            }
        }
        return List.copyOf(matches);
    }

    /** The lemmas of the highest document frequency. */
    public List<Terms.Frequency> frequentWords(StudyName study, Scope scope, int limit, Progress progress) {
        return new Terms(searcher(study, given(study), progress)).mostFrequent(scope, limit);
    }

    /**
     * Words of the study with vectors similar to the one typed, most similar first; none if several were typed.
     *
     * @param limit number of words at most
     */
    public List<String> alsoTry(StudyName study, Scope scope, String typed, int limit, Progress progress) {
        if (!ONE_WORD.matcher(typed.strip()).matches()) {
            return List.of();
        }
        List<Token> tokens = analyser.analyse(typed.strip()).tokens();
        String lemma = tokens.isEmpty() ? "" : Folding.fold(tokens.get(0).lemma());
        Map<String, String> spoken = new HashMap<>();
        for (Terms.Frequency word : frequentWords(study, scope, Integer.MAX_VALUE, progress)) {
            spoken.put(Folding.fold(word.lemma()), word.lemma());
        }
        return vectors.nearest(typed.strip().toLowerCase(Locale.FRENCH), MAX_NEIGHBOURS).stream()
                .filter(neighbour -> neighbour.similarity() >= MIN_SIMILARITY)
                .map(neighbour -> Folding.fold(neighbour.word()))
                .filter(word -> !word.equals(lemma) && spoken.containsKey(word))
                .map(word -> spoken.getOrDefault(word, word))
                .distinct()
                .limit(limit)
                .toList();
    }

    private Searcher searcher(StudyName study, Map<AnswerId, Answer> answers, Progress progress) {
        Message reading = Message.of("workflow.search.reading", study.value());
        return indexes.computeIfAbsent(study, this::open)
                .refreshed(List.copyOf(answers.values()), (done, total) -> progress.at(reading, done, total));
    }

    private AnswerIndex open(StudyName study) {
        return new AnswerIndex(folder(workspace, study), analyser);
    }

    /** Names of studies may contain characters that folder names may not. */
    private static Path folder(Workspace workspace, StudyName study) {
        return workspace
                .index()
                .resolve(UUID.nameUUIDFromBytes(study.value().getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    private Map<AnswerId, Answer> given(StudyName study) {
        Map<AnswerId, Answer> answers = new LinkedHashMap<>();
        for (Question question : studies.questions(study)) {
            workspace
                    .database()
                    .answers()
                    .given(study, question.name())
                    .forEach(answer -> answers.put(answer.id(), answer));
        }
        return answers;
    }

    /** Deletes the index of a study; no words of a deleted study may stay. */
    public static void forget(Workspace workspace, StudyName study) {
        AnswerIndex.delete(folder(workspace, study));
    }

    private void check(Request request) {
        if (request.question() != null) {
            studies.question(request.study(), request.question());
        }
        WaveName wave = request.wave();
        List<WaveName> waves = workspace.database().studies().waves(request.study());
        if (wave != null && !waves.contains(wave)) {
            throw new RefusedException(Message.of(
                    "workflow.search.wave",
                    request.study().value(),
                    wave.value(),
                    String.join(", ", waves.stream().map(WaveName::value).toList())));
        }
    }

    @Override
    public void close() {
        indexes.values().forEach(AnswerIndex::close);
    }
}
