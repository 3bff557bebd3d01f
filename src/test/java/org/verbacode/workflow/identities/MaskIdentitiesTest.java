package org.verbacode.workflow.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.verbacode.workflow.SampleStudy.QUESTION;
import static org.verbacode.workflow.SampleStudy.STUDY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.CoderName;
import org.verbacode.language.Identity;
import org.verbacode.store.Answers;
import org.verbacode.study.Answer;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.identities.MaskIdentities.Choice;
import org.verbacode.workflow.identities.MaskIdentities.Find;
import org.verbacode.workflow.model.StoredModels;
import org.verbacode.workflow.model.SuggestCodes;
import org.verbacode.workflow.model.TrainModel;
import org.verbacode.workflow.search.SearchAnswers;

class MaskIdentitiesTest {
    private static final String NAMED = "Sophie Vandenbroucke m'a soutenue, écrivez à zephyrine.dubois@exemple.be";

    @TempDir
    Path folder;

    private Workspace workspace;
    private MaskIdentities identities;
    private SampleStudy sample;
    private Answer named;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC());
        identities = new MaskIdentities(workspace);
        sample = SampleStudy.in(workspace, 40).coded(new CoderName("Anna"), 30);
        named = sample.give("N1", NAMED);
        sample.give("N2", "Merci à Sophie pour tout");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void maskAll() {
        identities.mask(
                STUDY,
                identities.find(STUDY, Progress.NONE).stream()
                        .map(find -> new Choice(find.answer().id(), find.identity()))
                        .toList());
    }

    private String text(Answer answer) {
        return workspace.database().answers().find(answer.id()).orElseThrow().text();
    }

    @Test
    void namesAreFoundInTheirPlaceAndMaskedAlikeWhereverTheyStand() {
        assertThat(identities.find(STUDY, Progress.NONE))
                .extracting(Find::identity)
                .extracting(Identity::text)
                .contains("Sophie", "Vandenbroucke", "zephyrine.dubois@exemple.be");

        maskAll();

        assertThat(text(named)).startsWith("[PRÉNOM] [NOM] m'a soutenue").contains("[COURRIEL]");
        assertThat(workspace.database().answers().given(STUDY, QUESTION))
                .extracting(Answer::text)
                .contains("Merci à [PRÉNOM] pour tout");
        assertThat(identities.unmasked(STUDY)).isEqualTo(2);
    }

    @Test
    void anotherNameNeverGetsAMaskThatIsTaken() {
        maskAll();
        Answer later = sample.give("N3", "Merci à Julien pour tout");

        maskAll();

        assertThat(text(later)).isEqualTo("Merci à [PRÉNOM 2] pour tout");
    }

    @Test
    void importingTheSameFileAgainBringsNothingBack() {
        maskAll();
        assertThat(workspace.database().answers().save(List.of(named))).containsExactly(Answers.Outcome.UNCHANGED);

        identities.purge(STUDY, Progress.NONE);
        assertThat(workspace.database().answers().save(List.of(named))).containsExactly(Answers.Outcome.UNCHANGED);
        assertThat(text(named)).startsWith("[PRÉNOM]");

        Answer other = Answer.given(STUDY, SampleStudy.FIRST, QUESTION, named.respondent(), "Tout autre chose");
        assertThat(workspace.database().answers().save(List.of(other))).containsExactly(Answers.Outcome.CHANGED);
    }

    @Test
    void aChoiceThatNoLongerStandsThereOrOverlapsAnotherIsRefusedAndNothingIsMasked() {
        Choice sophie = new Choice(named.id(), new Identity(0, 6, Identity.Kind.FIRST_NAME, "Sophie"));
        for (Choice other : List.of(
                new Choice(named.id(), new Identity(5, 11, Identity.Kind.FIRST_NAME, "Sophie")),
                new Choice(named.id(), new Identity(900, 906, Identity.Kind.FIRST_NAME, "Sophie")),
                new Choice(named.id(), new Identity(0, 4, Identity.Kind.LAST_NAME, "Soph")))) {
            assertThatThrownBy(() -> identities.mask(STUDY, List.of(sophie, other)))
                    .isInstanceOf(RefusedException.class);
        }
        assertThat(text(named)).isEqualTo(NAMED);
    }

    @Test
    void afterAPurgeNoFileOfTheWorkspaceHoldsTheNames() throws IOException {
        new TrainModel(workspace).run(STUDY, QUESTION, List.of(), Progress.NONE);
        try (SearchAnswers search = new SearchAnswers(workspace)) {
            search.run(new SearchAnswers.Request(STUDY, "Sophie", null, null, 10), Progress.NONE);
        }
        assertThat(filesWith("vandenbroucke", "zephyrine")).isNotEmpty();
        maskAll();

        assertThat(identities.purge(STUDY, Progress.NONE)).isEqualTo(2);

        assertThat(filesWith("vandenbroucke", "zephyrine", "sophie")).isEmpty();
        assertThat(workspace.database().masks().purges(STUDY)).hasSize(1);
        assertThat(new StoredModels(workspace.models())
                        .card(new StoredModels(workspace.models()).names().get(0))
                        .purged())
                .isNotNull();
        new SuggestCodes(workspace)
                .run(new SuggestCodes.Request(STUDY, QUESTION, Optional.empty(), Optional.empty()), Progress.NONE);
    }

    /**
     * The files that contain one of the words, capitals ignored, except the word vectors, which include first names.
     */
    private List<Path> filesWith(String... words) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("vectors-"))
                    .filter(file -> {
                        String bytes = bytes(file);
                        return Stream.of(words).anyMatch(bytes::contains);
                    })
                    .toList();
        }
    }

    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(java.util.Locale.ROOT);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
