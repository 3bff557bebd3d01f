package org.verbacode.language.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.Token;

class TokenBoundariesTest {
    private final FrenchAnalyser analyser = new FrenchAnalyser();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    Jusqu'à lundi, lorsqu'il vient, puisqu'elle | Jusqu'_à_lundi_,_lorsqu'_il_vient_,_puisqu'_elle
                    ce jour-là, cette fois-ci | ce_jour_-là_,_cette_fois_-ci
                    Vas-y ! Dis-le-moi, parle-lui | Vas_-y_!_Dis_-le_-moi_,_parle_-lui
                    à 14h30 et 18h | à_14_h_30_et_18_h
                    """)
    void wordsWrittenTogetherAreReadApart(String text, String words) {
        assertThat(words(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CM1",
                "A15",
                "VIH-1",
                "CO2",
                "2e",
                "1ère",
                "J.-P.",
                "n°",
                "c'est-à-dire",
                "l'on",
                "rendez-vous",
                "celui-là",
                "là-bas",
                "aujourd'hui",
                "presqu'île",
                "125 000"
            })
    void whatIsOneWordStaysWhole(String word) {
        assertThat(words("un " + word + " oui")).isEqualTo("un_" + word + "_oui");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    elle avait du mal | elle_avait_du_mal
                    passer du temps avec du courage | passer_du_temps_avec_du_courage
                    parler du mentor | parler_de_le_mentor
                    le bruit des armes | le_bruit_de_les_armes
                    on fait des jeux | on_fait_des_jeux
                    """)
    void anArticleIsToldFromAContraction(String text, String words) {
        assertThat(words(text)).isEqualTo(words);
    }

    @Test
    void aWordBrokenOffIsOneWordAndNotRepaired() {
        assertThat(words("je me pose cette quest~ euh dessus~fin")).isEqualTo("je_me_pose_cette_quest~_euh_dessus~fin");
    }

    @Test
    void aYearAndANumberBesideItAreTwo() {
        assertThat(words("en 2001 200 étudiants")).isEqualTo("en_2001_200_étudiants");
    }

    @Test
    void aFullStopAtTheEndOfALineIsNoAbbreviation() {
        assertThat(words("il y a un sens.\nUn prof.")).isEqualTo("il_y_a_un_sens_._Un_professeur_.");
    }

    @Test
    void anOpeningQuotationMarkIsAWordToo() {
        assertThat(words("\"Merci\" et »")).isEqualTo("\"_Merci_\"_et_»");
    }

    private String words(String text) {
        return analyser.analyse(text).tokens().stream().map(Token::form).collect(Collectors.joining("_"));
    }
}
