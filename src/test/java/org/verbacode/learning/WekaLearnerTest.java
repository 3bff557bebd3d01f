package org.verbacode.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;

class WekaLearnerTest {
    private static final CodeId HELP = new CodeId("help");
    private static final CodeId ADVICE = new CodeId("advice");
    private static final CodeId NEVER = new CodeId("never");
    private static final Codebook CODEBOOK = new Codebook(
            new QuestionName("q"),
            1,
            List.of(Code.named(HELP, "aide"), Code.named(ADVICE, "conseils"), Code.named(NEVER, "jamais")));

    @TempDir
    Path home;

    private static final FrenchAnalyser ANALYSER = new FrenchAnalyser();

    private static AnswerId id(int number) {
        return new AnswerId("%032x".formatted(number));
    }

    private static TrainingSet set() {
        String[] texts = {
            "une aide précieuse",
            "de bons conseils",
            "une aide morale",
            "des conseils utiles",
            "aide et conseils",
            "rien"
        };
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String text = texts[i % texts.length];
            Map<CodeId, Boolean> considered = new LinkedHashMap<>();
            considered.put(HELP, text.contains("aide"));
            considered.put(ADVICE, text.contains("conseils"));
            considered.put(NEVER, false);
            examples.add(new Example(id(i), ANALYSER.analyse(text), considered));
        }
        return new TrainingSet(CODEBOOK, examples, List.of(), 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weka.classifiers.functions.SMO",
                "weka.classifiers.functions.SMO -C 0.5",
                "weka.classifiers.trees.J48 -M 1",
                "weka.classifiers.meta.AdaBoostM1 -W weka.classifiers.trees.DecisionStump",
                "org.verbacode.learning.ridge.RidgeClassifier -R 0.5"
            })
    void anyClassifierLearnsEveryCodeByItself(String words) {
        Learner.Learned learned = WekaLearner.of(words, home).learn(set());

        List<Suggestion> said = learned.suggest(id(99), ANALYSER.analyse("une aide"));

        assertThat(said).extracting(Suggestion::code).containsExactly(HELP, ADVICE, NEVER);
        assertThat(said.get(0).proposed()).isTrue();
        assertThat(said.get(1).proposed()).isFalse();
        assertThat(said.get(2)).isEqualTo(new Suggestion(id(99), NEVER, 0, false));
        assertThat(said.get(0).probability()).isGreaterThan(said.get(1).probability());
    }

    @Test
    void wekaKeepsItsFilesWhereItIsTold() {
        Path users = Path.of(System.getProperty("user.home"), "wekafiles");
        boolean before = Files.exists(users);

        WekaLearner.of("weka.classifiers.functions.SMO", home).learn(set());

        assertThat(System.getProperty("WEKA_HOME"))
                .isEqualTo(home.toAbsolutePath().toString());
        assertThat(Files.exists(users)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weka.classifiers.functions.Absent | Absent",
                "'' | SMO",
                "../../etc/passwd | passwd",
                "java.lang.String | n’est pas un classifieur",
                "java.lang.Runtime | n’est pas un classifieur",
                "weka.classifiers.Classifier | n’est pas un classifieur",
                "weka.classifiers.AbstractClassifier | n’est pas un classifieur",
                "weka.classifiers.functions.SMO -Z 3 | -Z",
                "weka.classifiers.functions.SMO -C beaucoup | beaucoup",
                "weka.classifiers.functions.SMO -K java.io.File | java.io.File",
                "weka.classifiers.functions.SMO -C \"0.5 | SMO",
                "weka.classifiers.functions.LinearRegression | ne peut pas apprendre",
                "weka.classifiers.misc.SerializedClassifier -model x | objets Java",
                "weka.classifiers.meta.Bagging -W weka.classifiers.misc.SerializedClassifier | objets Java",
                "weka.classifiers.meta.Vote -B weka.classifiers.rules.ZeroR -P x | objets Java",
                "weka.classifiers.meta.FilteredClassifier -F \"weka.filters.supervised.attribute.AddClassification"
                        + " -serialized x\" -W weka.classifiers.rules.ZeroR | objets Java",
                "weka.classifiers.meta.FilteredClassifier -F \"weka.filters.unsupervised.attribute.AddCluster"
                        + " -serialized x\" -W weka.classifiers.rules.ZeroR | objets Java",
                "weka.classifiers.meta.FilteredClassifier -F"
                        + " \"weka.filters.unsupervised.attribute.FixedDictionaryStringToWordVector -dictionary x"
                        + " -binary-dict\" -W weka.classifiers.rules.ZeroR | objets Java",
            })
    void whatCannotBeComparedIsRefusedWithASentence(String words, String said) {
        assertThatThrownBy(() -> WekaLearner.of(words, home))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(said);
    }
}
