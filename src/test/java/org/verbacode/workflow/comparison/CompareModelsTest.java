package org.verbacode.workflow.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.verbacode.workflow.SampleStudy.FIRST;
import static org.verbacode.workflow.SampleStudy.QUESTION;
import static org.verbacode.workflow.SampleStudy.STUDY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Suggestion;
import org.verbacode.learning.ModelCard;
import org.verbacode.learning.ModelChanges;
import org.verbacode.learning.Regularisation;
import org.verbacode.learning.SuggestionChanges;
import org.verbacode.study.AnswerId;
import org.verbacode.study.RefusedException;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.CancelledException;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.comparison.ModelComparison.Aspect;
import org.verbacode.workflow.comparison.ModelComparison.Part;
import org.verbacode.workflow.comparison.ModelComparison.Redefinition;
import org.verbacode.workflow.comparison.ModelComparison.Trait;
import org.verbacode.workflow.comparison.ModelComparison.Wave;
import org.verbacode.workflow.model.ChooseModel;
import org.verbacode.workflow.model.SuggestCodes;

class CompareModelsTest {
    private static final CoderName MARIE = new CoderName("Marie");

    @TempDir
    Path folder;

    private Workspace workspace;
    private SampleStudy sample;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC());
        sample = SampleStudy.in(workspace, 80).coded(MARIE, 16);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private ModelName train(WaveName... waves) {
        return sample.train(waves).model();
    }

    private ModelComparison cards(ModelName one, ModelName other) {
        return new CompareModels(workspace).cards(one, other);
    }

    private ModelComparison run(ModelName one, ModelName other) {
        return new CompareModels(workspace).run(one, other, Progress.NONE);
    }

    private static List<String> sentences(ModelComparison comparison) {
        return comparison.changes().stream()
                .map(change -> change.in(Locale.ENGLISH))
                .toList();
    }

    /** Renames Écoute, redefines Conseils, and adds Stage. */
    private void changeCodebook() {
        List<Code> codes = new ArrayList<>();
        for (Code code :
                workspace.database().codebooks().current(STUDY, QUESTION).codes()) {
            String name = code.name().equals("Écoute") ? "Attention" : code.name();
            String definition = code.name().equals("Conseils") ? "Un avis suivi." : code.definition();
            codes.add(new Code(code.id(), name, code.theme(), definition, "", "", "", code.colour()));
        }
        codes.add(Code.named(new CodeId("stage"), "Stage"));
        workspace.database().codebooks().save(STUDY, QUESTION, codes);
    }

    @Test
    void theCardsSayWhatIsTheSameAndWhatIsNot() {
        ModelName one = train(FIRST);
        sample.coded(MARIE, 24);
        changeCodebook();
        ModelName other = train();

        ModelComparison comparison = cards(one, other);

        assertThat(comparison.one().inUse()).isFalse();
        assertThat(comparison.other().inUse()).isTrue();
        assertThat(comparison.traits())
                .contains(
                        new Trait(Aspect.CODEBOOK, "", "1", "2", false),
                        new Trait(Aspect.PARENT, "", "", one.value(), false),
                        new Trait(Aspect.SEED, "", "1", "1", true),
                        new Trait(Aspect.OTHER_TEXTS, "", "72", "56", false))
                .filteredOn(trait -> trait.aspect() == Aspect.RECIPE || trait.aspect() == Aspect.RESOURCE)
                .hasSizeGreaterThan(1)
                .allMatch(Trait::same);
        // Every other answer is of the first wave.
        assertThat(comparison.waves())
                .containsExactly(new Wave("2019-2020", 8, 12, 1, 1), new Wave("2020-2021", 0, 12, 1, 1));
        assertThat(comparison.learned().answers()).isEqualTo(new ModelChanges.Answers(16, 0, 0, 0));
        assertThat(comparison.redefined()).containsExactly(new Redefinition("Conseils", List.of(Part.DEFINITION)));
        assertThat(sentences(comparison))
                .containsExactly(
                        "“tutorat-apports-2” has learned from 16 coded answers that “tutorat-apports-1” has not"
                                + " learned from.",
                        "Code added: Stage.",
                        "Code renamed: Écoute → Attention.",
                        "Code redefined: Conseils (definition).");
        assertThat(comparison.howMeasured().in(Locale.ENGLISH)).contains("(8 and 24)");
        assertThat(comparison.suggested()).as("nobody has asked").isNull();
    }

    @Test
    void cautionIsToldInTheFiguresOfTheLanguage() {
        Trait caution = new Trait(Aspect.CAUTION, "", Regularisation.LEAST.name(), "", false);

        assertThat(caution.one(Locale.FRENCH)).startsWith("λ = 0,35 ;").contains("50");
        assertThat(caution.one(Locale.ENGLISH)).isEqualTo("λ = 0.35; clauses: 50%");
        assertThat(caution.other(Locale.FRENCH)).isEmpty();
    }

    @Test
    void eachCodeHasTheScoresOfBothCards() {
        sample.coded(MARIE, 32);
        ModelName one = train();
        changeCodebook();
        ModelName other = train();
        ModelCard after = new ChooseModel(workspace).one(other).card();

        List<ModelComparison.OneCode> codes = cards(one, other).codes();

        assertThat(codes)
                .extracting(ModelComparison.OneCode::name)
                .containsExactly("Soutien", "Conseils", "Attention", "Stage");
        ModelComparison.OneCode soutien = codes.get(0);
        assertThat(soutien.other()).isEqualTo(after.codes().get(0));
        assertThat(soutien.difference())
                .hasValue(after.codes().get(0).f1()
                        - new ChooseModel(workspace)
                                .one(one)
                                .card()
                                .codes()
                                .get(0)
                                .f1());
        // "soutien" occurs in the texts of Soutien's answers only.
        assertThat(Objects.requireNonNull(soutien.other()).averagePrecision()).isEqualTo(1.0);
        assertThat(codes.get(1).difference()).as("no answer bears Conseils").isEmpty();
        assertThat(codes.get(3).one()).isNull();
        assertThat(cards(other, one).codes())
                .as("the other way round the code that only one knows comes last")
                .extracting(ModelComparison.OneCode::name)
                .containsExactly("Soutien", "Conseils", "Écoute", "Stage");
    }

    /** The suggestions of a version for the whole question. */
    private Map<AnswerId, Set<CodeId>> proposed(ModelName model) {
        new SuggestCodes(workspace)
                .run(new SuggestCodes.Request(STUDY, QUESTION, Optional.empty(), Optional.of(model)), Progress.NONE);
        Map<AnswerId, Set<CodeId>> proposed = new LinkedHashMap<>();
        workspace
                .database()
                .suggestions()
                .ofQuestion(STUDY, QUESTION)
                .forEach((answer, suggestions) -> proposed.put(
                        answer,
                        suggestions.stream()
                                .filter(Suggestion::proposed)
                                .map(Suggestion::code)
                                .collect(Collectors.toSet())));
        return proposed;
    }

    @Test
    void whatIsComparedIsWhatEachWouldSuggestForTheStudy() {
        sample.coded(MARIE, 6);
        ModelName one = train(FIRST);
        sample.coded(MARIE, 40);
        ModelName other = train();
        sample.coded(MARIE, 80);
        Map<AnswerId, Set<CodeId>> before = proposed(one);
        Map<AnswerId, Set<CodeId>> after = proposed(other);

        ModelComparison comparison = run(one, other);

        SuggestionComparison suggested = Objects.requireNonNull(comparison.suggested());
        SuggestionChanges changes = suggested.changes();
        assertThat(changes.answers()).isEqualTo(80);
        assertThat(changes.changed())
                .extracting(SuggestionChanges.Changed::answer)
                .containsExactlyInAnyOrderElementsOf(before.keySet().stream()
                        .filter(answer -> !Objects.equals(before.get(answer), after.get(answer)))
                        .toList());
        assertThat(changes.codes())
                .filteredOn(code -> code.code().equals(SampleStudy.id("Soutien")))
                .singleElement()
                .matches(code -> code.other()
                        == after.values().stream()
                                .filter(codes -> codes.contains(code.code()))
                                .count());
        SuggestionComparison.Judged judged = Objects.requireNonNull(suggested.judged());
        assertThat(judged.answers()).as("what was coded after both had learned").isEqualTo(40);
        assertThat(judged.random()).isEqualTo(40);
        assertThat(Objects.requireNonNull(comparison.verdict()).in(Locale.ENGLISH))
                .contains("40 coded answers that neither has learned from");
    }

    @Test
    void theComparisonIsKeptUntilTheStudyGoesOn() {
        ModelName one = train(FIRST);
        ModelName other = train();
        SuggestionComparison suggested = run(one, other).suggested();

        assertThat(cards(one, other).suggested()).isNotNull().isEqualTo(suggested);
        assertThat(cards(other, one).suggested())
                .as("the other way round nobody has asked")
                .isNull();
        sample.give("R900", "Encore du soutien");
        assertThat(cards(one, other).suggested()).as("another answer has come").isNull();
        run(one, other);
        sample.coded(MARIE, 20);
        assertThat(cards(one, other).suggested()).as("more is coded").isNull();
    }

    @Test
    void aVersionWhoseWeightsCannotBeReadIsComparedByItsCard() throws IOException {
        ModelName one = train(FIRST);
        ModelName other = train();
        Files.writeString(workspace.models().resolve(one.value()).resolve("weights.bin"), "damaged");

        ModelComparison comparison = run(one, other);

        assertThat(comparison.suggested()).isNull();
        assertThat(Objects.requireNonNull(comparison.unsuggested()).in(Locale.ENGLISH))
                .contains(one.value());
        assertThat(comparison.codes()).hasSize(3);
    }

    @Test
    void whoCancelsGetsNoHalfOfIt() {
        ModelName one = train(FIRST);
        ModelName other = train();

        assertThatThrownBy(() -> new CompareModels(workspace).run(one, other, (task, done, total) -> {
                    throw new CancelledException();
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(cards(one, other).suggested()).isNull();
    }

    @Test
    void theVersionInUseIsComparedWithTheOneBeforeItUnlessOthersAreAskedFor() {
        ModelName one = train(FIRST);
        assertThat(CompareModels.usual(new ChooseModel(workspace).of(STUDY, QUESTION)))
                .isEmpty();
        ModelName other = train();
        train();
        new ChooseModel(workspace).use(other);

        assertThat(CompareModels.usual(new ChooseModel(workspace).of(STUDY, QUESTION)))
                .contains(new CompareModels.Pair(one, other));
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        ModelName one = train();

        assertThatThrownBy(() -> cards(one, one))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("tutorat-apports-1");
        assertThatThrownBy(() -> cards(one, new ModelName("nobody-1")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("nobody-1");
    }
}
