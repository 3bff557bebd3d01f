package org.verbacode.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verbacode.language.Identity.Kind;

class PseudonymiserTest {
    private final Pseudonymiser pseudonymiser = new Pseudonymiser();

    @Test
    void personsPlacesAndAddressesAreFound() {
        String text = "Sophie Dupont de Namur : s.dupont@example.org, 0470/12.34.56, www.example.org/moi, @sophie_d";

        assertThat(pseudonymiser.find(text))
                .extracting(Identity::kind, Identity::text)
                .containsExactly(
                        tuple(Kind.FIRST_NAME, "Sophie"),
                        tuple(Kind.LAST_NAME, "Dupont"),
                        tuple(Kind.PLACE, "Namur"),
                        tuple(Kind.EMAIL, "s.dupont@example.org"),
                        tuple(Kind.PHONE, "0470/12.34.56"),
                        tuple(Kind.ADDRESS, "www.example.org/moi"),
                        tuple(Kind.HANDLE, "@sophie_d"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0470123456",
                "0470 12 34 56",
                "+32 470 12 34 56",
                "0032470123456",
                "02 123 45 67",
                "06 12 34 56 78",
                "+33 6 12 34 56 78",
                "06.12.34.56.78",
                "079 123 45 67",
                "+41 79 123 45 67",
                "514-555-1234",
                "(514) 555-1234",
                "1-514-555-1234",
                "+1 514 555 1234"
            })
    void telephoneNumbersOfFourCountriesAreFound(String number) {
        assertThat(pseudonymiser.find("tu peux appeler le " + number + " ce soir"))
                .extracting(Identity::kind, Identity::text)
                .containsExactly(tuple(Kind.PHONE, number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en 2019-2020 j'ai eu 12/20",
                "Soutien, Conseils, Écoute, Rien",
                "On parlait sur Teams et WhatsApp.",
                "Il m'a donné 3 conseils le 12/03/2020.",
                "grace a elle, jen ai profité",
                "Mon Mentor était là, de Septembre à Janvier, Dieu merci",
                "rose, olive et pierre",
                "Mijn mentor was top"
            })
    void harmlessAnswersAreLeftAlone(String text) {
        assertThat(pseudonymiser.find(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "merci à kevin, kevin, FIRST_NAME",
        "SOPHIE EST GENIALE, SOPHIE, FIRST_NAME",
        "j'habite à namur, namur, PLACE",
        "monsieur lefebvre m'a aidé, lefebvre, LAST_NAME",
        "je viens de la Louvière, Louvière, PLACE",
        "code permanent TREA12059001, TREA12059001, STUDENT_NUMBER",
        "insta : marie_dpt, marie_dpt, HANDLE",
        "mon Olivier était super, Olivier, FIRST_NAME",
        "voir linkedin.com/in/jmartin, linkedin.com/in/jmartin, ADDRESS"
    })
    void identitiesAreFoundHoweverTheyAreWritten(String text, String identity, Kind kind) {
        assertThat(pseudonymiser.find(text))
                .extracting(Identity::kind, Identity::text)
                .containsExactly(tuple(kind, identity));
    }

    @Test
    void theSameNameHasTheSameMaskInAllAnswers() {
        String one = "Merci Sophie";
        String two = "avec Karim et SOPHIE";

        assertThat(pseudonymiser.mask(one, List.of(new Identity(6, 12, Kind.FIRST_NAME, "Sophie"))))
                .isEqualTo("Merci [PRÉNOM]");
        assertThat(pseudonymiser.mask(
                        two,
                        List.of(
                                new Identity(14, 20, Kind.FIRST_NAME, "SOPHIE"),
                                new Identity(5, 10, Kind.FIRST_NAME, "Karim"))))
                .isEqualTo("avec [PRÉNOM 2] et [PRÉNOM]");
    }

    @Test
    void identitiesOfAnotherTextAreABug() {
        List<Identity> identities = List.of(new Identity(0, 5, Kind.FIRST_NAME, "Karim"));

        assertThatThrownBy(() -> pseudonymiser.mask("Sophie", identities)).isInstanceOf(IllegalArgumentException.class);
    }
}
