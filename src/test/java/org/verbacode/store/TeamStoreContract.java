package org.verbacode.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CodeRelation;
import org.verbacode.coding.CodebookEdit;
import org.verbacode.coding.Coder;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Decision.Verdict;
import org.verbacode.coding.Draw;
import org.verbacode.coding.EventId;
import org.verbacode.coding.FrozenLabels;
import org.verbacode.coding.History;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Provenance;
import org.verbacode.coding.Provenance.Manner;
import org.verbacode.coding.Reply;
import org.verbacode.coding.Round;
import org.verbacode.coding.Suggestion;
import org.verbacode.study.AnswerId;

/** What every store must do for teams: rounds, packets, roles, replies, versions of a codebook. */
abstract class TeamStoreContract extends StoreContract {
    private Round round(AnswerId... answers) {
        Draw draw = new Draw(
                database.codings().nextId(),
                STUDY,
                QUESTION,
                null,
                Draw.Purpose.DOUBLE_CODING,
                -7L,
                NOW,
                List.of(answers));
        return new Round(draw, "essai", List.of(BRUNO, ANNA), 1, new ModelName("m1"));
    }

    @Test
    void aRoundComesBackWithItsFrozenPopulation() {
        AnswerId other = give("P2", "rien").id();
        Map<AnswerId, FrozenLabels> population =
                Map.of(answer, new FrozenLabels(true, Set.of(HELP.id())), other, new FrozenLabels(false, Set.of()));

        Round round = database.rounds().save(round(other, answer), population);

        assertThat(database.rounds().of(STUDY, QUESTION)).containsExactly(round);
        assertThat(database.rounds().find(round.id())).contains(round);
        assertThat(database.rounds().all()).contains(round);
        assertThat(database.rounds().population(round.id())).isEqualTo(population);
        assertThat(database.codings().draws(STUDY, QUESTION)).containsExactly(round.draw());
    }

    @Test
    void aRoundKnowsWhoHasFinishedWhatAndWhetherItWasEnded() {
        finish(ANNA, false);
        Round round = database.rounds().save(round(answer), Map.of());
        assertThat(database.rounds().finished(round.id(), false)).isEqualTo(Map.of(ANNA, Set.of(answer)));
        assertThat(database.rounds().finished(round.id(), true)).isEmpty();
        finish(BRUNO, false);
        assertThat(database.rounds().finished(round.id(), true)).isEqualTo(Map.of(BRUNO, Set.of(answer)));

        assertThat(database.rounds().isClosed(round.id())).isFalse();
        database.rounds().close(round.id(), ANNA);
        database.rounds().close(round.id(), BRUNO);
        assertThat(database.rounds().isClosed(round.id())).isTrue();
    }

    @Test
    void aMergedRowIsKnownOnceAndTheLatestComesLast() {
        Round round = database.rounds().save(round(answer), Map.of());
        database.rounds().merge(round.id(), ANNA, answer, Set.of(HELP.id(), LISTENING.id()));
        database.rounds().merge(round.id(), ANNA, answer, Set.of());
        database.rounds().merge(round.id(), ANNA, answer, Set.of());

        assertThat(database.rounds().merged(round.id(), ANNA))
                .isEqualTo(Map.of(answer, List.of(Set.of(HELP.id(), LISTENING.id()), Set.of())));
        assertThat(database.rounds().merged(round.id(), BRUNO)).isEmpty();
    }

    @Test
    void aHistoryIsMergedOnceAndLaterEventsSortAfterIt() {
        say(ANNA, HELP, Verdict.APPLIES);
        finish(ANNA, true);
        database.codings().undo(assignment(ANNA));
        database.codings().note(answer, ANNA, "à revoir");
        History history = database.histories().of(ANNA, List.of(answer));

        assertThat(history.acts()).hasSize(3);
        assertThat(history.answers()).containsExactly(answer);
        assertThat(database.histories().merge(assignment(ANNA), history))
                .as("all events are known")
                .isEmpty();
        Coding before = coding(ANNA);
        say(ANNA, HELP, Verdict.DOES_NOT_APPLY);
        assertThat(before.applied()).containsExactly(HELP.id());
        assertThat(coding(ANNA).applied()).isEmpty();
        assertThat(database.histories().of(BRUNO, List.of(answer)).acts()).isEmpty();
    }

    @Test
    void onlyTheEventsOfSomeMannersMakeACoding() {
        say(ANNA, HELP, Verdict.APPLIES);
        finish(ANNA, false);
        Provenance assisted = new Provenance(NOW, 1, Manner.ASSISTED, new ModelName("m1"), Provenance.Shown.RANDOM);
        database.codings()
                .store(
                        assignment(ANNA),
                        List.of(new Codings.Statement(
                                answer, Map.of(HELP.id(), Verdict.DOES_NOT_APPLY), true, true, assisted)));

        assertThat(coding(ANNA).applied()).isEmpty();
        assertThat(database.codings().ofQuestion(STUDY, QUESTION, Set.of(Manner.BLIND)))
                .singleElement()
                .satisfies(blind -> {
                    assertThat(blind.applied()).containsExactly(HELP.id());
                    assertThat(blind.doubt()).isFalse();
                    assertThat(blind.manner()).isEqualTo(Manner.BLIND);
                });
        assertThat(database.codings().ofQuestion(STUDY, QUESTION, Set.of(Manner.IMPORTED)))
                .isEmpty();
    }

    @Test
    void codingsAreMappedToTheVersionThatIsAskedFor() {
        say(ANNA, HELP, Verdict.APPLIES);
        finish(ANNA, false);
        Code whole = Code.named(new CodeId("whole"), "Tout");
        database.codebooks()
                .save(
                        STUDY,
                        QUESTION,
                        List.of(whole),
                        new Codebooks.Edit(
                                "Anna",
                                CodebookEdit.MERGE,
                                List.of(
                                        new CodeRelation(2, whole.id(), HELP.id()),
                                        new CodeRelation(2, whole.id(), LISTENING.id()))));

        assertThat(coding(ANNA).considered()).containsExactly(Map.entry(whole.id(), true));
        assertThat(database.codings().counting(STUDY, QUESTION, 1))
                .singleElement()
                .satisfies(coding -> assertThat(coding.considered())
                        .containsExactly(Map.entry(HELP.id(), true), Map.entry(LISTENING.id(), false)));
        assertThat(database.codebooks().history(STUDY, QUESTION))
                .extracting(version -> version.edit().author(), version -> version.edit()
                        .kind())
                .containsExactly(tuple("", CodebookEdit.IMPORT), tuple("Anna", CodebookEdit.MERGE));
        assertThat(database.codebooks().relations(STUDY, QUESTION)).hasSize(2);
        assertThat(database.codings().decisionsOn(STUDY, QUESTION, HELP.id())).isEqualTo(1);
        assertThat(database.codings().decisionsOn(STUDY, QUESTION, whole.id())).isZero();
    }

    @Test
    void peopleHaveRolesAndRepliesAreReadByWhomTheyAreTo() {
        database.coders().save(STUDY, new Coder(ANNA, "A", Coder.Role.CODES));
        database.coders().save(STUDY, new Coder(ANNA, "AN", Coder.Role.LEADS));
        assertThat(database.coders().of(STUDY)).containsExactly(new Coder(ANNA, "AN", Coder.Role.LEADS));
        assertThat(database.coders().find(STUDY, BRUNO)).isEmpty();

        database.coders().reply(answer, BRUNO, ANNA, "plutôt Aide");
        Reply reply = database.coders().replies(STUDY, QUESTION).get(0);
        database.coders().markRead(reply.id(), ANNA);
        assertThat(database.coders().replies(STUDY, QUESTION).get(0).read()).isFalse();
        database.coders().markRead(reply.id(), BRUNO);
        database.coders().markRead(reply.id(), BRUNO);
        assertThat(database.coders().replies(STUDY, QUESTION).get(0).read()).isTrue();

        database.codings().note(answer, BRUNO, "ambigu");
        database.codings().note(answer, ANNA, "à retirer");
        database.codings().note(answer, ANNA, "");
        assertThat(database.coders().notes(STUDY, QUESTION)).isEqualTo(Map.of(answer, Map.of(BRUNO, "ambigu")));
    }

    @Test
    void differencesAreReadUpToWhatWasShown() {
        say(ANNA, HELP, Verdict.APPLIES);
        finish(ANNA, false);
        EventId shown = database.codings().nextId();
        assertThat(database.codings().latestEvents(STUDY, QUESTION, BRUNO)).isEmpty();
        assertThat(database.codings().latestEvents(STUDY, QUESTION, ANNA).get(answer))
                .isLessThan(shown);
        assertThat(database.coders().differencesRead(STUDY, QUESTION, ANNA)).isEmpty();

        database.codings().undo(assignment(ANNA));
        database.coders().markDifferencesRead(STUDY, QUESTION, ANNA, shown);
        database.coders().markDifferencesRead(STUDY, QUESTION, ANNA, shown);

        assertThat(database.coders().differencesRead(STUDY, QUESTION, ANNA)).contains(shown);
        assertThat(database.coders().differencesRead(STUDY, QUESTION, BRUNO)).isEmpty();
        assertThat(database.codings().latestEvents(STUDY, QUESTION, ANNA))
                .containsOnlyKeys(answer)
                .allSatisfy((unused, undone) -> assertThat(undone).isGreaterThan(shown));
    }

    @Test
    void aDifferenceThatIsPutOffIsUndecidedUntilItIsSettled() {
        Codings.Statement off = new Codings.Statement(answer, Map.of(), false, true, BLIND);
        database.coders().settled(database.codings().store(assignment(CoderName.AGREED), List.of(off)), ANNA);
        assertThat(database.coders().undecided(STUDY, QUESTION)).containsExactly(answer);

        database.codings()
                .store(
                        assignment(CoderName.AGREED),
                        List.of(new Codings.Statement(answer, Map.of(), true, false, BLIND)));
        assertThat(database.coders().undecided(STUDY, QUESTION)).isEmpty();
    }

    @Test
    void whetherAQuestionHasSuggestionsIsKnownWithoutReadingThem() {
        assertThat(database.suggestions().any(STUDY, QUESTION)).isFalse();
        ModelName model = new ModelName("m1");
        database.suggestions().replace(model, List.of(answer), List.of(new Suggestion(answer, HELP.id(), 0.5, true)));
        assertThat(database.suggestions().any(STUDY, QUESTION)).isTrue();
        assertThat(database.suggestions().models(STUDY, QUESTION)).isEqualTo(Map.of(answer, model));
    }
}
