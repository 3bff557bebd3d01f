package org.verbacode.workflow.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.Coding;
import org.verbacode.coding.ModelName;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.WordVectors;
import org.verbacode.learning.Example;
import org.verbacode.learning.LiveModel;
import org.verbacode.learning.LiveOverview;
import org.verbacode.learning.Trainer;
import org.verbacode.learning.WaveWeights;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Question;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.ParallelMap;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;

/** The live model of one question. */
public final class LiveQuestion {
    private static final Logger LOG = LoggerFactory.getLogger(LiveQuestion.class);

    private final Workspace workspace;
    private final LiveThreads threads;
    private final Question question;
    private @Nullable Basis wanted;
    private @Nullable Basis made;
    private @Nullable LiveModel model;
    private @Nullable FrenchAnalyser analyser;
    private volatile @Nullable LiveSuggestions now;
    private final Set<AnswerId> decided = new LinkedHashSet<>();
    private boolean calibrating;

    LiveQuestion(Workspace workspace, LiveThreads threads, Question question) {
        this.workspace = workspace;
        this.threads = threads;
        this.question = question;
    }

    void want(Basis basis) {
        synchronized (this) {
            if (basis.equals(wanted)) {
                return;
            }
            wanted = basis;
            if (made != null && !basis.mayFollow(made)) {
                forget();
            }
        }
        threads.whenRead(this::make);
    }

    private void forget() {
        made = null;
        model = null;
        now = null;
    }

    /** Its suggestions; empty until it has been built. */
    public Optional<LiveSuggestions> now() {
        return Optional.ofNullable(now).filter(LiveSuggestions::any);
    }

    private void make() {
        Basis basis;
        synchronized (this) {
            basis = wanted;
            if (threads.isClosed() || basis == null || (basis.equals(made) && model != null && !model.hasOutgrown())) {
                return;
            }
        }
        try {
            QuestionSnapshot coded = QuestionSnapshot.of(workspace, question.study(), question.name());
            if (Basis.of(basis.version(), coded.codebook(), coded.answers()).equals(basis)) {
                make(basis, coded);
            }
        } catch (RefusedException e) {
            // The study was deleted meanwhile, or the lexicon cannot be read: the last suggestions stay.
            LOG.debug("no live model", e);
            tryAgain(basis);
        }
    }

    /** The next request tries again. */
    private synchronized void tryAgain(Basis basis) {
        if (basis.equals(wanted)) {
            wanted = null;
        }
    }

    private void make(Basis basis, QuestionSnapshot coded) {
        FrenchAnalyser reads = coded.analyser(workspace);
        LiveModel fresh;
        try (ParallelMap cores = new ParallelMap()) {
            Map<AnswerId, AnalysedAnswer> read = coded.read(workspace, reads, cores, Progress.NONE);
            List<Example> examples = coded.examples(Set.of(), read);
            if (threads.isClosed()) {
                return;
            }
            fresh = new Trainer(reads, new WordVectors(workspace.cache()))
                    .live(coded.anyTrainingSet(examples, read).weighingOneOf(List.of(weights(basis.version()))), read);
        }
        synchronized (this) {
            if (basis.equals(wanted)) {
                made = basis;
                model = fresh;
                analyser = reads;
                // Learns what was decided while the model was built.
                Set<AnswerId> known = new HashSet<>(fresh.learned());
                Map<AnswerId, Coding> counting = QuestionSnapshot.of(workspace, question.study(), question.name())
                        .codings();
                known.addAll(counting.keySet());
                known.forEach(answer -> learn(fresh, coded, answer, Optional.ofNullable(counting.get(answer))));
                speak(fresh.overview());
            }
        }
    }

    /** The wave weights of the version in use; equal ones if it cannot be read any more. */
    private WaveWeights weights(ModelName version) {
        try {
            return WaveWeights.of(new StoredModels(workspace.models()).card(version));
        } catch (RefusedException e) {
            return WaveWeights.EQUAL;
        }
    }

    /** Learns the latest decisions on some answers, after those before; the caller does not wait for it. */
    public void decided(Collection<AnswerId> answers) {
        synchronized (decided) {
            decided.addAll(answers);
        }
        threads.learn(this::learn);
    }

    private void learn() {
        List<AnswerId> answers;
        synchronized (decided) {
            answers = List.copyOf(decided);
            decided.clear();
        }
        boolean calibrate;
        synchronized (this) {
            LiveModel learner = model;
            Basis basis = made;
            if (learner == null || basis == null || answers.isEmpty()) {
                return;
            }
            QuestionSnapshot coded = new QuestionSnapshot(question, basis.codebook(), List.of(), Map.of());
            answers.forEach(answer ->
                    learn(learner, coded, answer, workspace.database().codings().counting(answer)));
            LiveSuggestions before = now;
            speak(before == null || !threads.mayLag() ? learner.overview() : before.overview());
            calibrate = !calibrating;
            calibrating = true;
        }
        if (calibrate) {
            threads.inBackground(this::calibrate);
        }
    }

    private void learn(LiveModel learning, QuestionSnapshot coded, AnswerId answer, Optional<Coding> coding) {
        if (learning.has(answer)) {
            learning.code(answer, coding.map(coded::inForce).orElse(Map.of()));
        }
    }

    private void calibrate() {
        threads.awaitQuiet();
        LiveModel learner;
        synchronized (this) {
            calibrating = false;
            learner = model;
        }
        if (learner != null) {
            learner.catchUp();
            LiveOverview overview = learner.overview();
            synchronized (this) {
                if (learner == model) {
                    speak(overview);
                }
            }
        }
        make();
    }

    private void speak(LiveOverview overview) {
        LiveModel speaking = model;
        FrenchAnalyser reads = analyser;
        Basis basis = made;
        if (speaking != null && reads != null && basis != null) {
            ModelName name = workspace
                    .database()
                    .codings()
                    .latest()
                    .map(basis.version()::after)
                    .orElse(basis.version());
            now = new LiveSuggestions(speaking, name, reads, overview);
        }
    }

    /**
     * What a live model is built from, codings aside; when it changes, the model is built again.
     *
     * @param version the saved version in use
     */
    record Basis(ModelName version, Codebook codebook, Map<AnswerId, String> answers) {
        static Basis of(ModelName version, Codebook codebook, List<Answer> answers) {
            return new Basis(version, codebook, answers.stream().collect(Collectors.toMap(Answer::id, Answer::text)));
        }

        /** Whether suggestions built from another basis are still valid. */
        boolean mayFollow(Basis other) {
            return version.equals(other.version) && answers.equals(other.answers);
        }
    }
}
