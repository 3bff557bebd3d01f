package org.verbacode.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.SurveyLexicon;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RespondentId;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;

class AnswerIndexTest {
    private static final FrenchAnalyser ANALYSER = new FrenchAnalyser();
    private static final QuestionName QUESTION = new QuestionName("apports");
    private static final List<Answer> ANSWERS = answers(
            "Les rencontres régulières avec ma tutrice",
            "Elle m'a encouragée, j'ai repris confiance",
            "Pas assez de rencontres, mais un bon soutien moral",
            "Un soutien précieux pour mes études",
            "De l’écoute et des conseils\npour mon stage",
            "Rien");

    @TempDir
    Path folder;

    private static List<Answer> answers(String... texts) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            WaveName wave = new WaveName(i % 2 == 0 ? "2019-2020" : "2020-2021");
            answers.add(Answer.given(new StudyName("tutorat"), wave, QUESTION, new RespondentId("R" + i), texts[i]));
        }
        return answers;
    }

    private Searcher searcher(List<Answer> answers) {
        try (AnswerIndex index = new AnswerIndex(folder.resolve("index"), ANALYSER)) {
            return index.refreshed(answers, (done, total) -> {});
        }
    }

    private static List<Integer> found(Searcher searcher, String query, Scope scope) {
        return searcher.find(AnswerQuery.parse(query), scope, 100).hits().stream()
                .map(hit -> numberOf(hit.answer()))
                .sorted()
                .toList();
    }

    private static int numberOf(AnswerId id) {
        return ANSWERS.stream().map(Answer::id).toList().indexOf(id);
    }

    private int readAgain(List<Answer> answers) {
        int[] read = {0};
        try (AnswerIndex index = new AnswerIndex(folder.resolve("index"), ANALYSER)) {
            index.refreshed(answers, (done, total) -> read[0] = total);
        }
        return read[0];
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "rencontre # 0 2",
                "RENCONTRES # 0 2",
                "reguliere # 0",
                "encourager # 1",
                "encourag* # 1",
                "REPRENDRE # 1",
                "soutien rencontre # 2",
                "soutien -rencontre # 3",
                "-soutien -rencontre # 1 4 5",
                "conseil OU confiance # 1 4",
                "ecoute # 4",
                "l'écoute # 4",
                "\"soutien moral\" # 2",
                "\"moral soutien\" # ~~",
                "\"pas assez de rencontre\" # 2",
                "((soutien # 2 3",
                "*tien # ~~",
                "introuvable # ~~",
            })
    void queriesFindTheirAnswers(String query, String numbers) {
        List<Integer> expected = numbers == null || numbers.isBlank()
                ? List.of()
                : Stream.of(numbers.split(" ")).map(Integer::valueOf).toList();

        assertThat(found(searcher(ANSWERS), query, Scope.EVERYWHERE)).isEqualTo(expected);
    }

    @Test
    void theWordsThatFittedAreWhereTheyStandInTheText() {
        Hit hit = searcher(ANSWERS)
                .find(AnswerQuery.parse("rencontre \"soutien moral\""), Scope.EVERYWHERE, 10)
                .hits()
                .get(0);

        String text = ANSWERS.get(2).text();
        assertThat(hit.spans().stream().map(span -> text.substring(span.start(), span.end())))
                .containsExactly("rencontres", "soutien moral");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "écoute # De l’écoute # WRITTEN # écoute",
                "l'écoute # Une écoute # WRITTEN # écoute",
                "ÉCOUTE # Ecoute et conseil # WITHOUT_ACCENTS # Ecoute",
                "ecoute # De l’écoute # WITHOUT_ACCENTS # écoute",
                "coeur # Mon cœur # WITHOUT_ACCENTS # cœur",
                "assemblée générale # Une assemblee generale # WITHOUT_ACCENTS # assemblee,generale",
                "beaucoup # J’ai bcp appris # READ # bcp",
                "rencontrer # Ils se rencontraient # LEMMA # rencontraient",
                "rencontres # Une rencontre # LEMMA # rencontre",
                "\"une rencontre\" # Des rencontres # LEMMA # Des rencontres",
                "AG # Une assemblée générale # SYNONYM # assemblée générale",
                "\"assemblée générale\" # Le bilan de l'AG # SYNONYM # AG",
                "assemblée générale # Le bilan de l’AG # READ # AG",
                "AG # Des assemblées générales # LEMMA # assemblées générales",
                "mentorer # Nous mentorons des élèves # STEM # mentorons",
                "mentorons # Il fallait mentorer # STEM # mentorer",
                "mentorer # Ils mentoreraient des élèves # STEM # mentoreraient",
                "débriefer # on debriefait ensemble # LEMMA # debriefait",
                "mentorées # Vous mentorez # STEM # mentorez",
                "rencontre # Rencontre avec une AG rencontrée # LEMMA # Rencontre,rencontrée",
            })
    void aHitTellsTheFormByWhichItWasFound(String query, String text, MatchForm form, String words) {
        FrenchAnalyser analyser =
                new FrenchAnalyser(new SurveyLexicon(Set.of(), Set.of(), Map.of("ag", "assemblée générale")));
        try (AnswerIndex index = new AnswerIndex(folder.resolve("forms"), analyser)) {
            List<Hit> hits = index.refreshed(answers(text, "Rien du tout"), (done, total) -> {})
                    .find(AnswerQuery.parse(query), Scope.EVERYWHERE, 10)
                    .hits();

            assertThat(hits).hasSize(1);
            assertThat(hits.get(0).form()).isEqualTo(form);
            assertThat(hits.get(0).spans().stream().map(span -> text.substring(span.start(), span.end())))
                    .containsExactly(words.split(","));
        }
    }

    @Test
    void aStemFindsNoWordThatADictionaryHas() {
        List<Answer> answers = answers("Un mentor", "Des chansons", "Il chante");

        assertThat(found(searcher(answers), "mentorons", Scope.EVERYWHERE)).isEmpty();
        assertThat(found(searcher(answers), "-mentor", Scope.EVERYWHERE)).hasSize(2);
        assertThat(found(searcher(answers), "chanson", Scope.EVERYWHERE)).hasSize(1);
    }

    @Test
    void aSearchThatOnlyExcludesTellsNoForm() {
        assertThat(searcher(ANSWERS)
                        .find(AnswerQuery.parse("-soutien"), Scope.EVERYWHERE, 10)
                        .hits())
                .hasSize(4)
                .allSatisfy(hit -> assertThat(hit.form()).isNull());
    }

    @Test
    void anAbbreviationOfTheLexiconMayBeAnything() {
        Map<String, String> odd = Map.of("!!", "???", "a", "x ".repeat(2_000), "b", "B", "c d", "e");
        FrenchAnalyser analyser = new FrenchAnalyser(new SurveyLexicon(Set.of(), Set.of(), odd));
        try (AnswerIndex index = new AnswerIndex(folder.resolve("odd"), analyser)) {
            Searcher searcher = index.refreshed(answers("Une lettre c d", "e"), (done, total) -> {});
            assertThat(searcher.find(AnswerQuery.parse("e"), Scope.EVERYWHERE, 10)
                            .total())
                    .isEqualTo(2);
            assertThat(searcher.find(AnswerQuery.parse("a !! b"), Scope.EVERYWHERE, 10)
                            .total())
                    .isZero();
        }
    }

    @Test
    void aScopeKeepsToItsQuestionAndWave() {
        Searcher searcher = searcher(ANSWERS);

        assertThat(found(searcher, "soutien", new Scope(QUESTION, new WaveName("2019-2020"))))
                .containsExactly(2);
        assertThat(found(searcher, "soutien", new Scope(new QuestionName("autre"), null)))
                .isEmpty();
    }

    @Test
    void theTotalCountsWhatTheLimitHides() {
        Searcher.Found found = searcher(ANSWERS).find(AnswerQuery.parse("soutien"), Scope.EVERYWHERE, 1);

        assertThat(found.total()).isEqualTo(2);
        assertThat(found.hits()).hasSize(1);
    }

    @Test
    void onlyNewAndChangedAnswersAreReadAgain() {
        searcher(ANSWERS.subList(0, 4));
        assertThat(readAgain(ANSWERS)).isEqualTo(2);
        assertThat(readAgain(ANSWERS)).isZero();

        List<Answer> changed = new ArrayList<>(ANSWERS);
        Answer old = changed.remove(5);
        changed.add(new Answer(
                old.id(), old.study(), old.wave(), old.question(), old.respondent(), old.status(), "Du réconfort"));
        assertThat(readAgain(changed)).isEqualTo(1);
        assertThat(found(searcher(changed), "reconfort", Scope.EVERYWHERE)).containsExactly(5);
        assertThat(found(searcher(changed), "rien", Scope.EVERYWHERE)).isEmpty();
    }

    @Test
    void answersThatAreGoneAreNotFound() {
        searcher(ANSWERS);

        assertThat(found(searcher(ANSWERS.subList(0, 3)), "soutien", Scope.EVERYWHERE))
                .containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"segments", ".cfs", ".si"})
    void aDamagedIndexIsMadeAnew(String part) throws IOException {
        searcher(ANSWERS);
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            List<Path> damaged =
                    files.filter(file -> file.toString().contains(part)).toList();
            assertThat(damaged).isNotEmpty();
            for (Path file : damaged) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }

        assertThat(found(searcher(ANSWERS), "rencontre", Scope.EVERYWHERE)).containsExactly(0, 2);
        assertThat(readAgain(ANSWERS)).isZero();
    }

    @Test
    void foreignFilesInTheFolderDoNotStandInTheWay() throws IOException {
        Files.createDirectories(folder.resolve("index"));
        Files.writeString(folder.resolve("index/segments_1"), "rien");

        assertThat(found(searcher(ANSWERS), "rencontre", Scope.EVERYWHERE)).containsExactly(0, 2);
    }

    @Test
    void whereNothingCanBeWrittenTheIndexIsInMemory() throws IOException {
        Files.writeString(folder.resolve("index"), "a file, not a folder");

        assertThat(found(searcher(ANSWERS), "rencontre", Scope.EVERYWHERE)).containsExactly(0, 2);
    }

    @Test
    void anIndexThatAnotherProcessWritesIsMadeInMemory() throws IOException {
        Files.createDirectories(folder.resolve("index"));
        try (FSDirectory other = FSDirectory.open(folder.resolve("index"));
                Lock lock = other.obtainLock("write.lock")) {
            lock.ensureValid();
            assertThat(found(searcher(ANSWERS), "rencontre", Scope.EVERYWHERE)).containsExactly(0, 2);
        }
    }

    @Test
    void aReadingThatIsEndedLeavesTheIndexAsItWas() {
        searcher(ANSWERS.subList(0, 3));
        try (AnswerIndex index = new AnswerIndex(folder.resolve("index"), ANALYSER)) {
            assertThatThrownBy(() -> index.refreshed(ANSWERS, (done, total) -> {
                        if (done == 2) {
                            throw new IllegalStateException("ended");
                        }
                    }))
                    .hasMessage("ended");
        }

        assertThat(readAgain(ANSWERS.subList(0, 3))).isZero();
        assertThat(readAgain(ANSWERS)).isEqualTo(3);
    }

    @Test
    void hostileQueriesAndAnswersAreWords() {
        List<Answer> hostile = new ArrayList<>(ANSWERS);
        hostile.add(Answer.given(
                new StudyName("tutorat"),
                new WaveName("2019-2020"),
                QUESTION,
                new RespondentId("H"),
                "x".repeat(100_000) + " \ud83d \u0000 [[((\\*soutien* " + "é".repeat(200)));
        Searcher searcher = searcher(hostile);

        for (String query : List.of(
                "(".repeat(10_000),
                "\"".repeat(10_000),
                "«".repeat(10_000),
                "*a* ?b AND NOT OR OU -",
                "a* b* c* d* e*",
                "\\".repeat(50) + "soutien",
                "é".repeat(10_000),
                "x".repeat(5_000) + "*",
                "[a TO z] field:x /.*/ {!func}")) {
            assertThat(searcher.find(AnswerQuery.parse(query), Scope.EVERYWHERE, 10))
                    .isNotNull();
        }
        assertThat(searcher.find(AnswerQuery.parse("soutien"), Scope.EVERYWHERE, 10)
                        .total())
                .isEqualTo(3);
    }

    @Test
    void severalThreadsAskAtOnce() {
        try (AnswerIndex index = new AnswerIndex(folder.resolve("index"), ANALYSER)) {
            List<CompletableFuture<List<Integer>>> asked = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> found(index.refreshed(ANSWERS, (done, total) -> {}), "soutien", Scope.EVERYWHERE)))
                    .limit(8)
                    .toList();
            assertThat(asked).allSatisfy(found -> assertThat(found.join()).containsExactly(2, 3));
        }
    }

    @Test
    void answersAlikeShareTheirRareWords() {
        List<Hit> alike = new SimilarAnswers(searcher(ANSWERS))
                .to(
                        "Des rencontres et du soutien moral",
                        ANSWERS.stream().map(Answer::id).toList(),
                        2);

        assertThat(alike.stream().map(hit -> numberOf(hit.answer())).findFirst())
                .contains(2);
        assertThat(new SimilarAnswers(searcher(ANSWERS))
                        .to("soutien", List.of(ANSWERS.get(3).id()), 5))
                .extracting(hit -> numberOf(hit.answer()))
                .containsExactly(3);
    }

    @Test
    void frequentWordsAreCountedByLemma() {
        Searcher searcher = searcher(ANSWERS);

        assertThat(new Terms(searcher).mostFrequent(Scope.EVERYWHERE, 2))
                .containsExactlyInAnyOrder(
                        new Terms.Frequency("rencontre", 2, 2), new Terms.Frequency("soutien", 2, 2));
        assertThat(new Terms(searcher).mostFrequent(new Scope(null, new WaveName("2020-2021")), 100))
                .contains(new Terms.Frequency("soutien", 1, 1))
                .extracting(Terms.Frequency::lemma)
                .doesNotContain("rencontre", "un", "pour");
    }
}
