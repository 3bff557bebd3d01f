package org.verbacode.workflow.coders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.verbacode.workflow.SampleStudy.QUESTION;
import static org.verbacode.workflow.SampleStudy.STUDY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Decision.Verdict;
import org.verbacode.coding.Draw.Purpose;
import org.verbacode.coding.Provenance;
import org.verbacode.coding.Round;
import org.verbacode.store.Codings;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;

class PacketsTest {
    private static final CoderName ANNE = new CoderName("Anne");
    private static final CoderName BORIS = new CoderName("Boris");
    private static final int DRAWN = 12;
    private static final List<Verdict> VERDICTS = List.of(Verdict.values());
    private static final List<String> CODES = List.of("Soutien", "Conseils", "Écoute");

    @TempDir
    Path folder;

    private Workspace workspace;
    private Round round;

    @BeforeEach
    void open() {
        workspace = open("lead");
        SampleStudy.in(workspace, 40);
        round = new DrawRound(workspace)
                .run(new DrawRound.Request(
                        STUDY,
                        QUESTION,
                        new SampleSize(DRAWN, false),
                        Purpose.DOUBLE_CODING,
                        null,
                        List.of(ANNE, BORIS),
                        9L,
                        "essai"));
    }

    private Workspace open(String name) {
        return Workspace.open(folder.resolve(name), Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Path packet(CoderName coder, String name) {
        Path file = folder.resolve(name);
        assertThat(new MakePacket(workspace).run(round, coder, file, Locale.FRENCH))
                .isEqualTo(DRAWN);
        return file;
    }

    /** A CSV packet with the mark of a coder in the column of Soutien, and other changes. */
    private Path filled(CoderName coder, String mark, UnaryOperator<String> change) throws IOException {
        Path file = packet(coder, "part-" + System.nanoTime() + ".csv");
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            boolean isHeader = lines.isEmpty();
            lines.add(isHeader ? line : line.replaceFirst(",,,?$", "") + "," + mark + ",,");
        }
        Files.writeString(file, change.apply(String.join("\r\n", lines)));
        return file;
    }

    private MergePackets.Report merge(Path file) {
        return new MergePackets(workspace).run(file, null, null);
    }

    /** The codes that apply, by coder and answer, with whether the answer is finished and how it was coded. */
    private static Map<String, String> state(Workspace workspace) {
        Map<String, String> state = new TreeMap<>();
        for (Coding coding : workspace.database().codings().ofQuestion(STUDY, QUESTION)) {
            state.put(
                    coding.coder() + " " + coding.answer(),
                    new TreeMap<>(names(coding.considered())) + " " + coding.finished() + " " + coding.doubt() + " "
                            + coding.manner());
        }
        return state;
    }

    private static Map<String, Boolean> names(Map<CodeId, Boolean> considered) {
        Map<String, Boolean> names = new HashMap<>();
        considered.forEach((code, applies) -> names.put(code.value(), applies));
        return names;
    }

    @Test
    void aFilledTableIsMergedAsTheBlindDecisionsOfItsCoderHoweverOftenAndInAnyOrder() throws IOException {
        Path annes = filled(ANNE, "x", text -> text);
        Path boriss = filled(BORIS, "0", text -> text);

        assertThat(merge(boriss).added()).isEqualTo(DRAWN);
        assertThat(merge(annes).added()).isEqualTo(DRAWN);
        Map<String, String> state = state(workspace);
        MergePackets.Report again = merge(boriss).plus(merge(annes));

        assertThat(again.added()).isZero();
        assertThat(again.unchanged()).isEqualTo(2 * DRAWN);
        assertThat(state(workspace)).isEqualTo(state).hasSize(2 * DRAWN);
        assertThat(workspace.database().codings().ofQuestion(STUDY, QUESTION)).allSatisfy(coding -> {
            assertThat(coding.manner()).isEqualTo(Provenance.Manner.BLIND);
            assertThat(coding.finished()).isTrue();
            assertThat(coding.considered()).hasSize(CODES.size());
            assertThat(coding.applied())
                    .isEqualTo(coding.coder().equals(ANNE) ? Set.of(SampleStudy.id("Soutien")) : Set.of());
        });
    }

    @Test
    void aCorrectedTableReplacesTheCodingMergedBeforeButNoCodingOfTheScreen() throws IOException {
        merge(filled(ANNE, "x", text -> text));

        assertThat(merge(filled(ANNE, "0", text -> text)).added()).isEqualTo(DRAWN);
        assertThat(workspace.database().codings().ofQuestion(STUDY, QUESTION))
                .allSatisfy(coding -> assertThat(coding.applied()).isEmpty());

        Answer first = workspace
                .database()
                .answers()
                .find(round.draw().answers().get(0))
                .orElseThrow();
        decide(workspace, ANNE, first.id(), Map.of(SampleStudy.id("Écoute"), Verdict.APPLIES), true);
        MergePackets.Report report = merge(filled(ANNE, ",x", text -> text.replace(",x,,", ",x,")));

        assertThat(report.added()).isEqualTo(DRAWN - 1);
        assertThat(report.rejections()).hasSize(1);
        assertThat(workspace
                        .database()
                        .codings()
                        .of(first.id(), ANNE)
                        .orElseThrow()
                        .applied())
                .containsExactly(SampleStudy.id("Écoute"));
    }

    @Test
    void whatDoesNotFitIsReportedAndTheRestGoesIn() throws IOException {
        Path file = filled(ANNE, "x", text -> {
            String[] lines = text.split("\r\n", -1);
            lines[1] = lines[1].replaceFirst(",x,", ",peut-être,");
            lines[2] = lines[2].replaceFirst("^[^,]*", "R999");
            lines[3] = lines[3].replaceFirst("(^[^,]*,[^,]*,[^,]*,)", "$1changé ");
            lines[0] = lines[0] + ",Inconnu";
            for (int line = 1; line < lines.length; line++) {
                lines[line] += line == 4 ? ",1" : ",";
            }
            return String.join("\r\n", lines);
        });

        MergePackets.Report report = merge(file);

        assertThat(report.rejections())
                .extracting(rejection -> rejection.row())
                .containsExactlyInAnyOrder(2L, 3L, 4L, 5L);
        assertThat(report.rejectedRows()).isEqualTo(4);
        // The row with the unknown code keeps its other marks without being finished.
        assertThat(workspace.database().codings().ofQuestion(STUDY, QUESTION))
                .hasSize(DRAWN - 3)
                .filteredOn(Coding::finished)
                .hasSize(DRAWN - 4);
    }

    @Test
    void aTableWhoseRowsWereSortedNeedsItsCodersName() throws IOException {
        Path file = filled(ANNE, "x", text -> {
            List<String> lines = new ArrayList<>(List.of(text.split("\r\n", -1)));
            List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
            rows.sort(null);
            rows.add(0, lines.get(0));
            return String.join("\r\n", rows);
        });

        assertThatThrownBy(() -> merge(file)).isInstanceOf(RefusedException.class);

        Path named = Files.copy(file, folder.resolve("essai-anne (1).csv"));
        assertThat(merge(named).added()).isEqualTo(DRAWN);
        assertThat(new MergePackets(workspace).run(file, null, BORIS).added()).isEqualTo(DRAWN);
    }

    @Test
    void aWorkbookHoldsTheTableAndTheDefinitions() {
        Path file = packet(BORIS, "boris.xlsx");

        MergePackets.Report report = merge(file);

        assertThat(report.toCode()).isEqualTo(DRAWN);
        assertThat(report.rejections()).isEmpty();
    }

    @Test
    void aPacketOpensInAnotherVerbacodeAndComesBack() {
        Path file = packet(BORIS, "boris.verbacode");
        try (Workspace laptop = open("laptop")) {
            MergePackets.Report opened = new MergePackets(laptop).run(file, null, null);
            assertThat(opened.toCode()).isEqualTo(DRAWN);
            Round there = new FindRound(laptop).named("essai");
            assertThat(laptop.database().answers().given(STUDY, QUESTION)).hasSize(DRAWN);
            there.draw()
                    .answers()
                    .forEach(answer ->
                            decide(laptop, BORIS, answer, Map.of(SampleStudy.id("Conseils"), Verdict.APPLIES), true));
            laptop.database().codings().note(there.draw().answers().get(0), BORIS, "à revoir");
            new MakePacket(laptop).run(there, BORIS, file, Locale.FRENCH);
        }

        MergePackets.Report back = merge(file);

        assertThat(back.added()).isEqualTo(DRAWN);
        assertThat(merge(file).added()).isZero();
        assertThat(merge(file).unchanged()).isEqualTo(DRAWN);
        assertThat(workspace.database().codings().note(round.draw().answers().get(0), BORIS))
                .isEqualTo("à revoir");
        assertThat(new ShowRound(workspace).progress(round).finishedBy(BORIS)).isEqualTo(DRAWN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void twoWorkspacesMergeToTheSameStateWhicheverWayRound(long seed) {
        Path annes = packet(ANNE, "anne.verbacode");
        try (Workspace other = open("other")) {
            new MergePackets(other).run(annes, null, null);
            Random random = new Random(seed);
            // The same coder works on both computers, and the other coder on one.
            for (int act = 0; act < 60; act++) {
                boolean here = random.nextBoolean();
                live(here ? workspace : other, here && random.nextBoolean() ? BORIS : ANNE, random);
            }
            for (CoderName coder : List.of(ANNE, BORIS)) {
                Path mine = packet(coder, "mine.verbacode");
                Path theirs = folder.resolve("theirs.verbacode");
                new MakePacket(other).run(round, coder, theirs, Locale.FRENCH);
                new MergePackets(workspace).run(theirs, null, null);
                new MergePackets(other).run(mine, null, null);
            }

            assertThat(state(workspace)).isEqualTo(state(other)).isNotEmpty();

            // What is done after the merge counts, whatever the clocks of the computers.
            AnswerId first = round.draw().answers().get(0);
            decide(other, ANNE, first, Map.of(SampleStudy.id("Soutien"), Verdict.APPLIES), true);
            assertThat(other.database().codings().of(first, ANNE).orElseThrow().applied())
                    .contains(SampleStudy.id("Soutien"));
        }
    }

    private void live(Workspace at, CoderName coder, Random random) {
        Codings.Assignment assignment = new Codings.Assignment(STUDY, QUESTION, coder);
        switch (random.nextInt(4)) {
            case 0 -> at.database().codings().undo(assignment);
            case 1 -> at.database().codings().redo(assignment);
            default ->
                decide(
                        at,
                        coder,
                        round.draw().answers().get(random.nextInt(DRAWN)),
                        Map.of(
                                SampleStudy.id(CODES.get(random.nextInt(CODES.size()))),
                                VERDICTS.get(random.nextInt(VERDICTS.size()))),
                        random.nextBoolean());
        }
    }

    private void decide(
            Workspace at, CoderName coder, AnswerId answer, Map<CodeId, Verdict> verdicts, boolean finished) {
        at.database()
                .codings()
                .store(
                        new Codings.Assignment(STUDY, QUESTION, coder),
                        List.of(new Codings.Statement(
                                answer,
                                verdicts,
                                finished ? Boolean.TRUE : null,
                                false,
                                new Provenance(
                                        at.clock().instant(),
                                        round.codebookVersion(),
                                        Provenance.Manner.BLIND,
                                        null,
                                        Provenance.Shown.DRAW))));
    }

    @Test
    void aDamagedOrForeignFileChangesNothing() throws IOException {
        Path file = packet(ANNE, "anne.verbacode");
        String json = Files.readString(file);
        List<String> wrong = List.of(
                "",
                "{}",
                "[1]",
                json.substring(0, json.length() / 2),
                json.replace("Soutien", "Moral"),
                json.replace("\"format\" : 1", "\"format\" : 2"),
                "{\"format\":1,\"study\":\"x\"}");
        for (String content : wrong) {
            Files.write(file, content.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> merge(file)).as(content).isInstanceOf(RefusedException.class);
        }
        Files.writeString(folder.resolve("list.csv"), "id,code\n1,2\n");
        assertThatThrownBy(() -> merge(folder.resolve("list.csv"))).isInstanceOf(RefusedException.class);
        assertThat(state(workspace)).isEmpty();
    }

    @Test
    void oneFileThatIsNoPacketDoesNotKeepTheOthersOut() throws IOException {
        Path list = Files.writeString(folder.resolve("list.csv"), "id,code\n1,2\n");
        Path annes = filled(ANNE, "x", text -> text);

        MergePackets.Report report = new MergePackets(workspace).run(List.of(list, annes), null, null);

        assertThat(report.added()).isEqualTo(DRAWN);
        assertThat(report.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.file()).isEqualTo("list.csv");
            assertThat(rejection.row()).isZero();
        });
        assertThatThrownBy(() -> new MergePackets(workspace).run(List.of(list), null, null))
                .isInstanceOf(RefusedException.class);
    }
}
