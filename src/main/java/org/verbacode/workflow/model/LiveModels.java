package org.verbacode.workflow.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.ModelName;
import org.verbacode.study.Answer;
import org.verbacode.study.Question;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.Workspace;

/**
 * Live models, one per question, that learn while people code. A live model is built in the background when somebody
 * opens the question; until then the suggestions of the saved version are shown. Afterwards every decision is learned
 * at once, in a thread of its own, so that no screen waits for it.
 */
public final class LiveModels implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveModels.class);

    /** Number of live models kept; each takes some hundred megabytes at most. */
    private static final int QUESTIONS = 2;

    private final Workspace workspace;
    private final LiveThreads threads;
    private final Map<Question, LiveQuestion> followed = new LinkedHashMap<>(4, 0.75f, true);

    /** @param executor runs all tasks, without waiting for a pause of the coders */
    public LiveModels(Workspace workspace, Executor executor) {
        this(workspace, LiveThreads.of(executor));
    }

    /** Uses threads of its own. */
    public LiveModels(Workspace workspace) {
        this(workspace, LiveThreads.ofTheirOwn());
    }

    private LiveModels(Workspace workspace, LiveThreads threads) {
        this.workspace = workspace;
        this.threads = threads;
    }

    /**
     * Requests a live model of a question.
     *
     * @param version the saved version in use; empty if there is none, and then there is no live model
     */
    public Optional<LiveQuestion> follow(
            Question question, Optional<ModelName> version, Codebook codebook, List<Answer> answers) {
        if (version.isEmpty() || codebook.codes().isEmpty()) {
            return Optional.empty();
        }
        threads.opened();
        LiveQuestion one;
        synchronized (followed) {
            one = followed.computeIfAbsent(question, asked -> new LiveQuestion(workspace, threads, asked));
            if (followed.size() > QUESTIONS) {
                followed.remove(followed.keySet().iterator().next());
            }
        }
        one.want(LiveQuestion.Basis.of(version.get(), codebook, answers));
        return Optional.of(one);
    }

    /** Runs a task after those before it; the caller does not wait. A task about what was deleted meanwhile just ends. */
    public void inBackground(Runnable task) {
        threads.inBackground(() -> {
            try {
                task.run();
            } catch (RefusedException e) {
                LOG.debug("no preparation", e);
            }
        });
    }

    /** Whether a question has a live model that suggests. */
    public boolean isReady(StudyName study, QuestionName name) {
        synchronized (followed) {
            return followed.entrySet().stream()
                    .anyMatch(entry -> entry.getKey().study().equals(study)
                            && entry.getKey().name().equals(name)
                            && entry.getValue().now().isPresent());
        }
    }

    /** Starts nothing more and waits for running tasks, which read and write the workspace. */
    @Override
    public void close() {
        threads.close();
    }
}
