package org.verbacode.language.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.AnswerLanguage;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.Polarity;
import org.verbacode.language.Repair;
import org.verbacode.language.SurveyLexicon;
import org.verbacode.language.Token;

class SpellingTest {
    private static final FrenchAnalyser ANALYSER = new FrenchAnalyser();

    @ParameterizedTest
    @CsvFileSource(resources = "messy-words.csv", delimiter = '|', quoteCharacter = '~')
    void messyWordsAreReadAsTheyWereMeant(String written, String forms, String lemmas) {
        AnalysedAnswer answer = ANALYSER.analyse(written);

        assertThat(words(answer, Token::form)).isEqualTo(forms);
        assertThat(words(answer, Token::lemma)).isEqualTo(lemmas);
        assertThat(answer.text()).isEqualTo(written);
        assertThat(answer.tokens()).allSatisfy(token -> assertThat(token.end()).isLessThanOrEqualTo(written.length()));
    }

    @Test
    void everyRepairSaysWhatWasWrittenAndWhere() {
        AnalysedAnswer answer = ANALYSER.analyse("Elle ma rassuré, cest bcp !");

        assertThat(answer.repairs())
                .extracting(Repair::start, Repair::end, Repair::from, Repair::to)
                .containsExactly(
                        tuple(5, 7, "ma", "m'a"), tuple(17, 21, "cest", "c'est"), tuple(22, 25, "bcp", "beaucoup"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le mentor m’a beaucoup aidé à préparer mes examens.",
                "Grâce à la bande dessinée, rendez-vous peut-être à l'école. Le prix est à la hausse.",
                "Ma rencontre avec l'UCLouvain et le SIPS : très bien (vraiment) !",
                "Peut-on fonder un avis ? Parle-lui, donne-le, fin.Le reste suit"
            })
    void cleanTextIsNotRepaired(String text) {
        assertThat(ANALYSER.analyse(text).repairs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    elle etait toujours la pour moi | là
                    bien sur que oui | sûr
                    il est reste a cote de moi | côté
                    voila ce que je pense | voilà
                    elle m a demande de venir a la bibliotheque | demandé
                    le marche du travail et la bibliotheque | marché
                    des notes basees sur les examens , deja | basées
                    elle est ne a liege et etudie ici | né
                    jai du travailler beaucoup , deja | dû
                    une mentore qui aime entrainer , deja | entraîner
                    """)
    void aWordThatOnlyItsNeighboursShowWrongIsRepaired(String written, String form) {
        assertThat(ANALYSER.analyse(written).tokens()).extracting(Token::form).contains(form);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    elle est jeune et vit a la bibliotheque | jeune
                    jai envie de reussir , deja | envie
                    sur la table ou dans le sac , deja | sur
                    la mentor ou le tuteur , deja | ou
                    elle ne voit pas la bibliotheque | ne
                    quelque chose de bien , deja | chose
                    """)
    void aWordThatFitsIsLeftAsItIs(String written, String form) {
        assertThat(ANALYSER.analyse(written).tokens()).extracting(Token::form).contains(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {":)", ":-)", ";D", "<3", "^^", ":'(", ":-D", ":/"})
    void aSmileyIsOneSign(String smiley) {
        AnalysedAnswer answer = ANALYSER.analyse("Merci beaucoup " + smiley + " À bientôt (note 8) en xp : 3 fois");

        assertThat(answer.tokens())
                .filteredOn(token -> token.start() == 15)
                .singleElement()
                .satisfies(token -> {
                    assertThat(token.form()).isEqualTo(smiley);
                    assertThat(token.end()).isEqualTo(15 + smiley.length());
                    assertThat(token.upos()).isEqualTo("SYM");
                });
        assertThat(answer.tokens())
                .extracting(Token::form)
                .endsWith("(", "note", "8", ")", "en", "xp", ":", "3", "fois");
    }

    @Test
    void wordsOfTheSurveyAreLeftAloneAndDrawSlipsToThem() {
        SurveyLexicon survey = SurveyLexicon.EMPTY.learn(List.of(), List.of("Monitorix : séances avec un monitorix"));
        FrenchAnalyser knowing = new FrenchAnalyser(survey);

        assertThat(words(knowing.analyse("le monitorix"), Token::form)).isEqualTo("le monitorix");
        assertThat(words(knowing.analyse("le monitorx"), Token::form)).isEqualTo("le monitorix");
        assertThat(knowing.version()).isNotEqualTo(ANALYSER.version());
    }

    @Test
    void theResearchersAbbreviationsAndWordsComeFirst() {
        FrenchAnalyser knowing =
                new FrenchAnalyser(new SurveyLexicon(Set.of(), Set.of("bcp"), Map.of("bxl", "Bruxelles")));

        assertThat(words(knowing.analyse("bcp à bxl"), Token::form)).isEqualTo("bcp à Bruxelles");
    }

    @Test
    void anAbbreviationOfTheResearcherIsReadWhateverItsCapitalsAndCutIntoWords() {
        FrenchAnalyser knowing = new FrenchAnalyser(new SurveyLexicon(
                Set.of(), Set.of(), Map.of("ag", "assemblée générale", "tfe", "travail de fin d’études")));

        assertThat(words(knowing.analyse("l'AG et mon tfe"), Token::form))
                .isEqualTo("l' assemblée générale et mon travail de fin d' études");
    }

    @Test
    void aHabitOfWritingIsRepairedHoweverOftenTheSurveyHasIt() {
        String habits = "cest bien merciii tjrs lécole jpeux";
        SurveyLexicon survey = SurveyLexicon.EMPTY.learn(List.of(habits, habits, habits, "monitorix"), List.of());

        assertThat(survey.words()).isEmpty();
        assertThat(words(new FrenchAnalyser(survey).analyse(habits), Token::form))
                .isEqualTo("c' est bien merci toujours l' école je peux");
    }

    @ParameterizedTest
    @ValueSource(strings = {"👨‍👩‍👧", "é.", "l'a-"})
    void manyCharactersWithoutABlankAreCutBetweenCharacters(String repeated) {
        AnalysedAnswer answer = ANALYSER.analyse(repeated.repeat(600));

        int end = 0;
        for (Token token : answer.tokens()) {
            assertThat(token.start()).isEqualTo(end);
            assertThat(Character.isLowSurrogate(answer.text().charAt(end))).isFalse();
            assertThat(answer.text().charAt(end)).isNotEqualTo('\u200D');
            end = token.end();
        }
        assertThat(end).isEqualTo(answer.text().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Appelez le (514) 555-0199 ou le +1 514 555 0199", "+32 478 12 34 56", "0478/12 34 56 svp"})
    void onlyFiguresHaveBlanksInThem(String text) {
        assertThat(ANALYSER.analyse(text).tokens())
                .extracting(token -> text.substring(token.start(), token.end()))
                .allMatch(written -> written.matches("\\S+|\\d+( \\d+)+"));
    }

    @Test
    void anEmojiIsASignAndARunOfStopsIsPunctuation() {
        assertThat(words(ANALYSER.analyse("Merci 👍🏽 😍 !!! • bien …"), Token::upos))
                .isEqualTo("INTJ SYM SYM PUNCT PUNCT ADV PUNCT");
    }

    @ParameterizedTest
    @CsvSource({
        "Very helpful and it was nice to have support, ENGLISH",
        "Ik heb veel hulp van mijn mentor gehad, DUTCH",
        "Le mentor est super, FRENCH",
        "I don't know, ENGLISH",
        "nothing, ENGLISH",
        "Niets, DUTCH",
        "Niets te melden, DUTCH",
        "on se voit le lundi en visio, FRENCH",
        "Heel nuttig, DUTCH",
        "Support, FRENCH",
        "De mentor, FRENCH",
        "Soutien, FRENCH",
        "Super cool, FRENCH"
    })
    void anotherLanguageIsRecognised(String text, AnswerLanguage language) {
        assertThat(ANALYSER.analyse(text).language()).isEqualTo(language);
    }

    @Test
    void anotherLanguageIsNotMangled() {
        assertThat(ANALYSER.analyse("Verry helpfull and it was nice to have suport")
                        .repairs())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "plus de stress, stress, INTENSIFIED",
        "Je n'ai plus de stress, stress, NEGATED",
        "Je ne stresse plus, stresser, NEGATED",
        "sans stress, stress, NEGATED",
        "pas assez de rencontres, rencontre, LACKING",
        "trop peu de rencontres, rencontre, LACKING",
        "un peu de stress, stress, PLAIN",
        "C'était très utile, utile, INTENSIFIED",
        "Ce n'était pas utile, utile, NEGATED",
        "Jamais disponible, disponible, NEGATED",
        "pas du tout utile, utile, NEGATED",
        "pas seulement utile, utile, PLAIN",
        "je ne suis plus jamais seul, seul, NEGATED",
        "rien d'utile, utile, NEGATED",
        "peu utile, utile, LACKING",
        "moins de stress, stress, LACKING",
        "au moins de la confiance, confiance, PLAIN",
        "Je suis plus motivé qu'avant, motiver, INTENSIFIED",
        "aucune aide, aide, NEGATED",
        "du stress, stress, PLAIN",
        "j'en ai plus besoin, besoin, NEGATED",
        "j'ai plus besoin d'aide qu'avant, besoin, INTENSIFIED",
        "plus aucune peur, peur, NEGATED",
        "zéro stress, stress, NEGATED",
        "pas mal de stress, stress, INTENSIFIED",
        "je n'ai pas manqué de soutien, soutien, PLAIN",
        "une absence de suivi, suivi, LACKING",
        "insuffisamment de rencontres, rencontre, LACKING",
        "moins stressé, stresser, LACKING",
        "plus ou moins utile, utile, PLAIN",
        "Elle ne m'a rien appris, apprendre, NEGATED",
        "ça sert à rien, servir, NEGATED",
        "je ne connais rien aux études, étude, PLAIN"
    })
    void negationAndForceReachTheWordTheyConcern(String text, String lemma, Polarity polarity) {
        assertThat(ANALYSER.analyse(text).tokens())
                .filteredOn(token -> token.lemma().equals(lemma))
                .extracting(Token::polarity)
                .containsExactly(polarity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "👍🏽👍🏽", "👨‍👩‍👧", "❤️", "…", "?!", "-", "\u200B"})
    void anAnswerOfSignsIsRead(String text) {
        AnalysedAnswer answer = ANALYSER.analyse(text);

        assertThat(answer.repairs()).isEmpty();
        assertThat(answer.tokens())
                .allSatisfy(token -> assertThat(token.end()).isBetween(token.start() + 1, text.length()));
    }

    @Test
    void severalThreadsReadTheSame() throws InterruptedException, ExecutionException {
        List<String> answers = IntStream.range(0, 300)
                .mapToObj(i -> "Réponse " + i + " : jai bcp apris, merçi au mentor n°" + i + ".")
                .toList();
        List<AnalysedAnswer> one = answers.stream().map(ANALYSER::analyse).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<AnalysedAnswer>> many = answers.stream()
                    .map(answer -> threads.submit(() -> ANALYSER.analyse(answer)))
                    .toList();
            for (int i = 0; i < answers.size(); i++) {
                assertThat(many.get(i).get()).isEqualTo(one.get(i));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aMegabyteIsReadToItsEnd() {
        String text = "Le mentor ma aidé a reviser sans s'arreter ".repeat(24_000);

        AnalysedAnswer answer = ANALYSER.analyse(text);

        assertThat(text.length()).isGreaterThan(1_000_000);
        assertThat(answer.tokens().get(answer.tokens().size() - 1).end()).isEqualTo(text.length() - 1);
        assertThat(answer.sentences()).hasSizeGreaterThan(1_000);
    }

    private static String words(AnalysedAnswer answer, java.util.function.Function<Token, String> part) {
        return answer.tokens().stream().map(part).collect(Collectors.joining(" "));
    }
}
