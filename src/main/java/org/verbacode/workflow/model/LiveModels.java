package org.verbacode.workflow.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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
import org.verbacode.learning.Trainer;
import org.verbacode.learning.WaveWeights;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Question;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.ParallelMap;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;

/**
 * Live models, one per question, that learn while people code. A live model is built in the background when somebody
 * opens the question; until then the suggestions of the saved version are shown. Afterwards every decision is learned
 * at once.
 */
public final class LiveModels implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveModels.class);
    /** Number of live models kept; each takes some hundred megabytes at most. */
    private static final int QUESTIONS = 2;

    /** Time to wait for background work at the end. */
    private static final int TIMEOUT_SECONDS = 10;

    private final Workspace workspace;
    private final Executor background;
    private final Map<Question, Followed> followed = new LinkedHashMap<>(4, 0.75f, true);
    private volatile boolean closed;

    /** @param background runs tasks that take seconds */
    public LiveModels(Workspace workspace, Executor background) {
        this.workspace = workspace;
        this.background = background;
    }

    /** Uses a background thread of its own. */
    public LiveModels(Workspace workspace) {
        this(workspace, Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "verbacode-live");
            thread.setDaemon(true);
            return thread;
        }));
    }

    /**
     * What a live model is built from, codings aside; when it changes, the model is built again.
     *
     * @param version the saved version in use
     */
    private record Basis(ModelName version, Codebook codebook, Map<AnswerId, String> answers) {
        static Basis of(ModelName version, Codebook codebook, List<Answer> answers) {
            return new Basis(version, codebook, answers.stream().collect(Collectors.toMap(Answer::id, Answer::text)));
        }

        /** Whether suggestions built from another basis are still valid. */
        boolean mayFollow(Basis other) {
            return version.equals(other.version) && answers.equals(other.answers);
        }
    }

    /**
     * Requests a live model of a question.
     *
     * @param version the saved version in use; empty if there is none, and then there is no live model
     */
    public Optional<Followed> follow(
            Question question, Optional<ModelName> version, Codebook codebook, List<Answer> answers) {
        if (version.isEmpty() || codebook.codes().isEmpty()) {
            return Optional.empty();
        }
        Followed one;
        synchronized (followed) {
            one = followed.computeIfAbsent(question, Followed::new);
            if (followed.size() > QUESTIONS) {
                followed.remove(followed.keySet().iterator().next());
            }
        }
        one.want(Basis.of(version.get(), codebook, answers));
        return Optional.of(one);
    }

    private void inBackground(Runnable work) {
        if (!closed) {
            background.execute(() -> {
                if (!closed) {
                    work.run();
                }
            });
        }
    }

    /** The live model of one question. */
    public final class Followed {
        private final Question question;
        private @Nullable Basis wanted;
        private @Nullable Basis made;
        private @Nullable LiveModel model;
        private @Nullable FrenchAnalyser analyser;
        private @Nullable LiveSuggestions now;
        private boolean calibrating;

        private Followed(Question question) {
            this.question = question;
        }

        private void want(Basis basis) {
            synchronized (this) {
                if (basis.equals(wanted)) {
                    return;
                }
                wanted = basis;
                if (made != null && !basis.mayFollow(made)) {
                    forget();
                }
            }
            inBackground(this::make);
        }

        private void forget() {
            made = null;
            model = null;
            now = null;
        }

        /** Its suggestions; empty until it has been built. */
        public synchronized Optional<LiveSuggestions> now() {
            return Optional.ofNullable(now).filter(LiveSuggestions::any);
        }

        private void make() {
            Basis basis;
            synchronized (this) {
                basis = wanted;
                if (closed || basis == null || (basis.equals(made) && model != null && !model.hasOutgrown())) {
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
                if (closed) {
                    return;
                }
                fresh = new Trainer(reads, new WordVectors(workspace.cache()))
                        .live(
                                coded.anyTrainingSet(examples, read).weighingOneOf(List.of(weights(basis.version()))),
                                read);
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
                    speak();
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

        /** Learns the latest decisions on some answers. */
        public void decided(Collection<AnswerId> answers) {
            boolean calibrate;
            synchronized (this) {
                LiveModel learning = model;
                Basis basis = made;
                if (learning == null || basis == null) {
                    return;
                }
                QuestionSnapshot coded = new QuestionSnapshot(question, basis.codebook(), List.of(), Map.of());
                answers.forEach(answer -> learn(
                        learning, coded, answer, workspace.database().codings().counting(answer)));
                speak();
                calibrate = !calibrating;
                calibrating = true;
            }
            if (calibrate) {
                inBackground(this::calibrate);
            }
        }

        private void learn(LiveModel learning, QuestionSnapshot coded, AnswerId answer, Optional<Coding> coding) {
            if (learning.has(answer)) {
                learning.code(answer, coding.map(coded::inForce).orElse(Map.of()));
            }
        }

        private void calibrate() {
            LiveModel learning;
            synchronized (this) {
                calibrating = false;
                learning = model;
            }
            if (learning != null) {
                learning.catchUp();
                synchronized (this) {
                    if (learning == model) {
                        speak();
                    }
                }
            }
            make();
        }

        private void speak() {
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
                now = new LiveSuggestions(speaking, name, reads);
            }
        }
    }

    /** Starts nothing more and waits for running tasks, which read and write the workspace. */
    @Override
    public void close() {
        closed = true;
        if (background instanceof ExecutorService threads) {
            threads.shutdown();
            try {
                if (!threads.awaitTermination(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                    threads.shutdownNow();
                }
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }
}
