package org.verbacode.learning.weka;

import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.SparseInstance;
import weka.core.Utils;

/**
 * A classifier of Weka, found by its class name and configured by its options. Its failures become sentences for the
 * user.
 *
 * @param name class name and options as typed
 */
public record WekaClassifier(String name, Classifier untrained) {

    /**
     * Silences a warning that native linear algebra is missing; the implementation in Java gives the same results
     * everywhere.
     */
    private static final Logger NATIVE = Logger.getLogger("com.github.fommil.netlib");

    /**
     * Options that would load serialised Java objects from a file, also when nested in the options of another
     * classifier.
     */
    private static final Pattern LOADING = Pattern.compile(
            "\\b(?:Serialized|InputMapped)Classifier\\b"
                    + "|\\bFixedDictionaryStringToWordVector\\b|-serialized\\b|\\bVote\\b.*-P\\b",
            Pattern.DOTALL);

    public static WekaClassifier of(String words, Path home) {
        NATIVE.setLevel(Level.OFF);
        System.setProperty("WEKA_HOME", home.toAbsolutePath().toString());
        System.setProperty("weka.packageManager.offline", "true");
        System.setProperty("weka.packageManager.loadPackages", "false");
        String name = words.strip();
        if (LOADING.matcher(name).find()) {
            throw new RefusedException(Message.of("learning.learner.file", name));
        }
        Classifier classifier = attempt("learning.learner.options", name, () -> configured(name));
        attempt("learning.learner.data", name, () -> {
            classifier.getCapabilities().testWithFail(sample());
            return name;
        });
        return new WekaClassifier(name, classifier);
    }

    /** A trained copy. */
    public Classifier trained(Instances rows) {
        return attempt("learning.learner.failed", name, () -> {
            Classifier classifier = AbstractClassifier.makeCopy(untrained);
            classifier.buildClassifier(rows);
            return classifier;
        });
    }

    /** The probability of the second class; 0 if the classifier cannot give one. */
    public double probability(Classifier trained, Instance row) {
        double said = attempt("learning.learner.failed", name, () -> trained.distributionForInstance(row))[1];
        return Double.isNaN(said) ? 0 : Math.max(0, Math.min(1, said));
    }

    private static Classifier configured(String name) throws Exception {
        String[] words = Utils.splitOptions(name);
        String type = words.length == 0 ? "" : words[0];
        Classifier classifier = type(type).getDeclaredConstructor().newInstance();
        String[] options = Arrays.copyOfRange(words, 1, words.length);
        if (classifier instanceof OptionHandler configurable) {
            configurable.setOptions(options);
        }
        Utils.checkForRemainingOptions(options);
        return classifier;
    }

    /** Finds a class on the class path and refuses it unless it is a classifier, before any of its code runs. */
    private static Class<? extends Classifier> type(String name) {
        Class<?> type;
        try {
            type = Class.forName(name, false, WekaClassifier.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new RefusedException(Message.of("learning.learner.unknown", name), e);
        }
        boolean made = Modifier.isPublic(type.getModifiers())
                && !Modifier.isAbstract(type.getModifiers())
                && Stream.of(type.getConstructors()).anyMatch(constructor -> constructor.getParameterCount() == 0);
        if (!Classifier.class.isAssignableFrom(type) || !made) {
            throw new RefusedException(Message.of("learning.learner.none", name));
        }
        return type.asSubclass(Classifier.class);
    }

    /** A small data set of the kind on which it will be trained, to check that it can learn from it. */
    private static Instances sample() {
        ArrayList<Attribute> attributes = new ArrayList<>();
        attributes.add(new Attribute("lemma"));
        attributes.add(new Attribute("code", List.of("0", "1")));
        Instances sample = new Instances("sample", attributes, 0);
        sample.setClassIndex(1);
        for (int i = 0; i < 10; i++) {
            sample.add(new SparseInstance(1, new double[] {i, i % 2}));
        }
        return sample;
    }

    /** Runs code of Weka, which may throw any exception, and turns a failure into a sentence with its reason. */
    private static <T> T attempt(String key, String name, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("waited for what was done", e);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            if (cause instanceof RefusedException refused) {
                throw refused;
            }
            if (cause instanceof VirtualMachineError error) {
                throw error;
            }
            String reason = String.valueOf(cause.getMessage()).strip();
            throw new RefusedException(Message.of(key, name, reason), cause);
        }
    }
}
