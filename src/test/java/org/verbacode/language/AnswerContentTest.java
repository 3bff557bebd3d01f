package org.verbacode.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerContentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "//",
                ".",
                "...",
                "…",
                "-",
                "–",
                "?",
                "!!!",
                "👍",
                "❤️",
                "🙂🙂",
                "\u00a0",
                "\u200b",
                "x",
                "XXX",
                "NSP",
                "n.s.p.",
                "jsp",
                "Je ne sais pas",
                "je sais pas",
                "J'sais pas",
                "jsais pas",
                "j’sais pas trop",
                "je sait pas",
                "Je ne sais pas quoi dire.",
                "je ne sais vraiment pas",
                "euh… je sais pas",
                "sais plus",
                "Aucune idée",
                "pas d'idée",
                "Je n’ai pas d’avis",
                "sans opinion",
                "Sans réponse",
                "sans reponse",
                "pas de réponse",
                "Non réponse",
                "NR",
                "n/a",
                "N.A.",
                "sans objet",
                "désolée, je ne sais pas",
                "no idea"
            })
    void someAnswersAreNoAnswerToAnyQuestion(String text) {
        assertThat(AnswerContent.of(text)).isEqualTo(AnswerContent.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rien",
                "Rien.",
                "RIEN !",
                "rieeen",
                "rien du tout",
                "Rien de particulier",
                "rien de spécial à dire",
                "rien à dire",
                "Rien à ajouter",
                "Je n'ai rien à dire",
                "j’ai rien à ajouter",
                "il n'y a rien",
                "RAS",
                "R.A.S.",
                "ras",
                "Rien à signaler",
                "néant",
                "NEANT",
                "Aucun",
                "aucune",
                "aucune remarque",
                "Pas de commentaire",
                "sans commentaires",
                "non",
                "Non, rien",
                "non merci",
                "rien pour l’instant",
                "pour le moment rien",
                "rien, je ne sais pas",
                "Rien ne me vient à l'esprit",
                "nothing"
            })
    void sayingThatThereIsNothingMayBeAnAnswer(String text) {
        assertThat(AnswerContent.of(text)).isEqualTo(AnswerContent.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rien de spécial mais le mentor m'a aidé",
                "Rien à changer",
                "rien ne m’a manqué",
                "pas grand-chose",
                "je ne sais pas si cela m'a aidé",
                "Je sais mieux m’organiser",
                "aucune aide",
                "aucune rencontre",
                "aucun stress",
                "sans stress",
                "non, plus de rencontres",
                "Moins de stress",
                "Soutien",
                "oui",
                "bof",
                "merci",
                "bon",
                "Super !",
                "0",
                "10/10",
                "+ de confiance",
                "l'idée de continuer",
                "pas d'idées noires",
                "je ne suis plus seule",
                "un avis extérieur",
                "non seulement du soutien",
                "ras le bol",
                "vraiment bien"
            })
    void oneWordMoreMakesItAnAnswer(String text) {
        assertThat(AnswerContent.of(text)).isEqualTo(AnswerContent.CONTENT);
    }

    @Test
    void aTextWithoutEndIsAnAnswer() {
        assertThat(AnswerContent.of("rien ".repeat(100_000))).isEqualTo(AnswerContent.CONTENT);
        assertThat(AnswerContent.of("rien ".repeat(15) + "de neuf")).isEqualTo(AnswerContent.CONTENT);
    }
}
