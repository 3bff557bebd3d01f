package org.verbacode.workflow.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Decision;
import org.verbacode.coding.Decision.Verdict;
import org.verbacode.coding.Provenance;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.AnswerContent;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.SampleStudy;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.LiveModels;
import org.verbacode.workflow.review.BlindAnswers;

class ManyAnswersTest {
    private static final CoderName MARIE = new CoderName("Marie");
    private static final CoderName PAUL = new CoderName("Paul");
    private static final ListPlace PLACE = new ListPlace(SampleStudy.STUDY, SampleStudy.QUESTION, MARIE);
    private static final CodeId SOUTIEN = SampleStudy.id("Soutien");
    private static final CodeId CONSEILS = SampleStudy.id("Conseils");
    private static final BlindAnswers NOTHING_FINISHED = BlindAnswers.of(List.of());

    @TempDir
    Path folder;

    private Workspace workspace;
    private LiveModels live;
    private SampleStudy sample;
    private ListManyAnswers lists;
    private CodeTogether together;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC());
        live = new LiveModels(workspace, unused -> {});
        sample = SampleStudy.in(workspace, 80);
        lists = new ListManyAnswers(workspace, live);
        together = new CodeTogether(workspace, live);
    }

    @AfterEach
    void close() {
        live.close();
        workspace.close();
    }

    private List<Answer> given() {
        return workspace.database().answers().given(SampleStudy.STUDY, SampleStudy.QUESTION);
    }

    private Optional<Coding> coding(AnswerId answer) {
        return workspace.database().codings().of(answer, MARIE);
    }

    private List<AnswerId> proposed(int page) {
        return lists.proposals(PLACE, SOUTIEN, null, page).answers().rows().stream()
                .map(row -> row.answer().id())
                .toList();
    }

    @Test
    void theProposalsForACodeLeaveOutOneAnswerInTenAndComeLikeliestFirst() {
        sample.suggested();
        List<AnswerId> ids = given().stream().map(Answer::id).toList();
        Map<AnswerId, Double> probabilities = new HashMap<>();
        ids.forEach(id -> probabilities.put(id, 0.5 + Math.floorMod(id.hashCode(), 400) / 1000.0));
        workspace
                .database()
                .suggestions()
                .replace(
                        SampleStudy.MODEL,
                        ids,
                        ids.stream()
                                .map(id -> new Suggestion(id, SOUTIEN, probabilities.getOrDefault(id, 0.0), true))
                                .toList());

        ProposalList list = lists.proposals(PLACE, null, null, 1);

        long blind = ids.stream().filter(NOTHING_FINISHED::isBlind).count();
        assertThat(blind).isPositive();
        assertThat(list.code()).extracting(Code::name).isEqualTo("Soutien");
        assertThat(list.answers().total()).isEqualTo((int) (80 - blind));
        assertThat(list.counts()).containsEntry(SOUTIEN, (int) (80 - blind)).doesNotContainKey(CONSEILS);
        assertThat(proposed(1)).hasSize(50).noneMatch(NOTHING_FINISHED::isBlind);
        assertThat(list.answers().rows())
                .extracting(row -> probabilities.getOrDefault(row.answer().id(), 0.0))
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void onlyTheAnswersOnThePageCountAsSeen() {
        sample.suggested();
        List<AnswerId> shown = proposed(2);

        assertThat(workspace.database().suggestions().seen(SampleStudy.STUDY, SampleStudy.QUESTION, MARIE))
                .containsOnlyKeys(shown)
                .containsValue(SampleStudy.MODEL);
        assertThat(shown).isNotEmpty().hasSizeLessThan(50);
    }

    @Test
    void aCodeIsGivenToChosenAnswersWhichStayFinishedAndKeepTheirCodes() {
        sample.coded(MARIE, 8);
        List<Answer> answers = given();
        Answer finished = answers.stream()
                .filter(answer -> SampleStudy.number(answer) == 0)
                .findFirst()
                .orElseThrow();
        Answer open = answers.stream()
                .filter(answer -> SampleStudy.number(answer) == 20)
                .findFirst()
                .orElseThrow();
        List<AnswerId> chosen = List.of(finished.id(), open.id());

        assertThat(together.give(PLACE, CONSEILS, chosen, Provenance.Shown.SEARCH, false))
                .as("Marie has decided on the finished one")
                .isEqualTo(new CodeTogether.Outcome(1, 1));
        assertThat(together.give(PLACE, CONSEILS, chosen, Provenance.Shown.LIST, true))
                .as("it is chosen by hand; the other has the code")
                .isEqualTo(new CodeTogether.Outcome(1, 1));

        assertThat(coding(finished.id()).orElseThrow())
                .matches(Coding::finished)
                .matches(coding -> coding.applied().equals(Set.of(SOUTIEN, CONSEILS)));
        assertThat(coding(open.id()).orElseThrow())
                .matches(coding -> !coding.finished() && coding.manner() == Provenance.Manner.BULK);
        assertThat(together.undo(PLACE)).isEqualTo(1);
        assertThat(coding(finished.id()).orElseThrow().applied()).containsExactly(SOUTIEN);
    }

    @Test
    void takingACodeInAListDecidesOnThatCodeAloneAndOneUndoTakesAllBack() {
        sample.suggested();
        List<AnswerId> taken = proposed(1).subList(0, 7);

        assertThat(together.decide(PLACE, SOUTIEN, Verdict.APPLIES, taken, false))
                .isEqualTo(new CodeTogether.Outcome(7, 0));

        for (AnswerId answer : taken) {
            assertThat(coding(answer).orElseThrow())
                    .matches(coding -> !coding.finished() && coding.manner() == Provenance.Manner.BULK)
                    .extracting(Coding::considered)
                    .isEqualTo(Map.of(SOUTIEN, true));
            Provenance provenance =
                    workspace.database().codings().decisions(answer).get(0).provenance();
            assertThat(provenance.modelSeen()).isEqualTo(SampleStudy.MODEL);
            assertThat(provenance.shown()).isEqualTo(Provenance.Shown.BY_CODE);
        }
        assertThat(proposed(1)).doesNotContainAnyElementsOf(taken);
        assertThat(together.undo(PLACE)).isEqualTo(7);
        assertThat(taken).allMatch(answer -> coding(answer).isEmpty());
        assertThat(together.undo(PLACE)).isZero();
        assertThat(together.redo(PLACE)).isEqualTo(7);
        assertThat(taken).allMatch(answer -> coding(answer).isPresent());
    }

    @Test
    void refusingStoresThatTheCodeDoesNotApplyAndMayFinishTheAnswer() {
        sample.suggested();
        AnswerId refused = proposed(1).get(0);

        together.decide(PLACE, SOUTIEN, Verdict.DOES_NOT_APPLY, List.of(refused, refused), true);

        assertThat(coding(refused).orElseThrow()).matches(Coding::finished).matches(coding -> coding.applied()
                .isEmpty());
        assertThat(workspace.database().codings().decisions(refused))
                .singleElement()
                .extracting(Decision::verdict)
                .isEqualTo(Verdict.DOES_NOT_APPLY);
    }

    @Test
    void answersDecidedInTheMeantimeOrToBeCodedBlindAreLeftAsTheyAre() {
        sample.suggested();
        List<AnswerId> shown = proposed(1);
        AnswerId mine = shown.get(0);
        AnswerId pauls = shown.get(1);
        AnswerId blind = given().stream()
                .map(Answer::id)
                .filter(NOTHING_FINISHED::isBlind)
                .findFirst()
                .orElseThrow();
        sample.code(MARIE, answer(mine), List.of("Conseils"));
        sample.code(PAUL, answer(pauls), List.of());

        CodeTogether.Outcome outcome =
                together.decide(PLACE, SOUTIEN, Verdict.APPLIES, List.of(mine, pauls, blind, shown.get(2)), false);

        assertThat(outcome).isEqualTo(new CodeTogether.Outcome(1, 3));
        assertThat(coding(mine).orElseThrow().applied()).containsExactly(CONSEILS);
        assertThat(coding(pauls)).isEmpty();
        assertThat(coding(blind)).isEmpty();
    }

    private Answer answer(AnswerId id) {
        return workspace.database().answers().find(id).orElseThrow();
    }

    @Test
    void anUnknownCodeOrAnswerIsRefused() {
        AnswerId answer = given().get(0).id();
        assertThatThrownBy(() -> together.decide(PLACE, new CodeId("autre"), Verdict.APPLIES, List.of(answer), false))
                .isInstanceOf(RefusedException.class);
        AnswerId stranger = new AnswerId("0".repeat(answer.value().length()));
        assertThatThrownBy(() -> together.decide(PLACE, SOUTIEN, Verdict.APPLIES, List.of(stranger), false))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> together.finish(PLACE, Set.of(), List.of(stranger)))
                .isInstanceOf(RefusedException.class);
        assertThat(workspace.database().codings().latest()).isEmpty();
    }

    @Test
    void identicalAnswersAreOneGroupWhateverTheirAccentsCapitalsAndPunctuation() {
        IdenticalGroup group = lists.identical(PLACE, 1).rows().stream()
                .filter(one -> one.writings().contains("Soutien"))
                .findFirst()
                .orElseThrow();

        assertThat(group.writings()).containsExactlyInAnyOrder("Soutien", "soutien !");
        assertThat(group.answers()).isEqualTo(20);
        assertThat(group.toDo()).isEqualTo(20);
    }

    @Test
    void aGroupIsCodedTogetherAndFinishedWithoutWhatOthersAndTheCoderHaveDone() {
        List<Answer> soutien = given().stream()
                .filter(answer -> answer.text().equals("Soutien"))
                .toList();
        sample.code(PAUL, soutien.get(0), List.of());
        sample.code(MARIE, soutien.get(1), List.of("Soutien"));
        AnswerId group = soutien.get(3).id();

        IdenticalGroup shown = lists.group(PLACE, group).group();
        assertThat(shown.toDo()).isEqualTo(18);
        assertThat(shown.agreedCodes()).extracting(Code::name).containsExactly("Soutien");
        assertThat(together.finish(PLACE, Set.of(SOUTIEN, CONSEILS), List.of(group)))
                .isEqualTo(new CodeTogether.Outcome(18, 2));

        assertThat(coding(soutien.get(0).id())).isEmpty();
        assertThat(coding(soutien.get(1).id()).orElseThrow().applied()).containsExactly(SOUTIEN);
        assertThat(coding(group).orElseThrow())
                .matches(Coding::finished)
                .matches(coding -> coding.applied().equals(Set.of(SOUTIEN, CONSEILS)))
                .matches(coding -> coding.manner() == Provenance.Manner.BULK);
        assertThat(together.undo(PLACE)).isEqualTo(18);
        assertThat(coding(group)).isEmpty();
    }

    @Test
    void answersWithoutContentAreProposedTogetherAndNeverCodedByThemselves() {
        sample.give("A", "/");
        sample.give("B", "?");
        sample.give("C", "Je ne sais pas.");
        sample.give("D", "je ne sais pas");
        sample.give("E", "👍");

        List<IdenticalGroup> groups = lists.withoutContent(PLACE);

        assertThat(groups)
                .extracting(group -> group.writings().get(0), IdenticalGroup::toDo, IdenticalGroup::content)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("/", 1, AnswerContent.NONE),
                        org.assertj.core.groups.Tuple.tuple("?", 1, AnswerContent.NONE),
                        org.assertj.core.groups.Tuple.tuple("👍", 1, AnswerContent.NONE),
                        org.assertj.core.groups.Tuple.tuple("Je ne sais pas.", 2, AnswerContent.NONE),
                        org.assertj.core.groups.Tuple.tuple("Rien de particulier", 10, AnswerContent.NOTHING));
        assertThat(groups.get(groups.size() - 1).content()).isEqualTo(AnswerContent.NOTHING);
        assertThat(workspace.database().codings().latest()).isEmpty();

        List<AnswerId> chosen = groups.stream()
                .filter(group -> group.content() == AnswerContent.NONE)
                .map(group -> group.first().id())
                .toList();
        assertThat(together.finish(PLACE, Set.of(), chosen).coded()).isEqualTo(5);
        assertThat(lists.withoutContent(PLACE)).hasSize(1);
        assertThat(coding(chosen.get(0)).orElseThrow())
                .matches(coding -> coding.finished() && coding.applied().isEmpty());
    }

    @Test
    void theClearestContradictionsBetweenCoderAndModelComeFirst() {
        sample.suggested();
        Answer agreeing = given().get(0);
        Answer without = given().get(1);
        Answer other = given().get(2);
        sample.code(MARIE, agreeing, List.of("Soutien"));
        sample.code(MARIE, without, List.of());
        sample.code(MARIE, other, List.of("Soutien", "Conseils"));
        sample.code(PAUL, given().get(3), List.of());

        List<Difference> differences = lists.differences(PLACE, 1).rows();

        assertThat(differences).extracting(Difference::answer).containsExactlyInAnyOrder(without, other);
        Difference first = differences.stream()
                .filter(one -> one.answer().equals(without))
                .findFirst()
                .orElseThrow();
        assertThat(first.coder()).isEmpty();
        assertThat(first.model()).extracting(Code::name).containsExactly("Soutien");
        assertThat(workspace.database().suggestions().seen(SampleStudy.STUDY, SampleStudy.QUESTION, MARIE))
                .containsOnlyKeys(without.id(), other.id());
    }

    @Test
    void answersOfAnUnfinishedRoundStayBlindEvenWhenTheCoderHasFinishedThem() {
        AnswerId answer = given().get(0).id();
        BlindAnswers inRound = new BlindAnswers(Set.of(answer), Set.of(answer));
        BlindAnswers outside = new BlindAnswers(Set.of(answer), Set.of());

        assertThat(inRound.isBlind(answer)).isTrue();
        assertThat(inRound.isInRound(answer)).isTrue();
        assertThat(outside.isBlind(answer)).isFalse();
    }
}
