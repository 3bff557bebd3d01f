package org.verbacode.language.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verbacode.language.lemma.ClosedClass;
import org.verbacode.language.lemma.Lemmatiser;
import org.verbacode.language.lemma.Lexicon;

/** Each row has the tagger's tags, right or wrong, and the corrected ones. */
class TagCorrectionsTest {
    private final Lexicon lexicon = new Lexicon();
    private final ClosedClass closed = new ClosedClass();
    private final TagCorrections corrections = new TagCorrections(lexicon, closed);
    private final Lemmatiser lemmatiser = new Lemmatiser(closed, lexicon);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    il boite | PRON NOUN | VERB | boiter
                    Maria se suicide | PROPN PRON NOUN | VERB | suicider
                    Attardons -nous | PROPN PRON | 1 VERB | attarder
                    Ahmed le capture | PROPN DET NOUN | VERB | capturer
                    elle est présente | PRON AUX VERB | ADJ | présent
                    elle est vraiment partie | PRON AUX ADV NOUN | VERB | partir
                    un démenti | DET VERB | NOUN | démenti
                    49 prévenus | NUM VERB | NOUN | prévenu
                    nous avons marre | PRON VERB VERB | ADV | marre
                    les équipes municipales | DET NOUN NOUN | ADJ | municipal
                    des prestations retraite | DET NOUN NOUN | NOUN | retraite
                    obligations prévues par | NOUN ADJ ADP | 2 VERB | prévoir
                    les Finances | DET PROPN | NOUN | finance
                    les Alpes | DET PROPN | PROPN | Alpes
                    Rodolphe Salis | PROPN PROPN | PROPN | Salis
                    gaz tels | NOUN ADP | ADJ | tel
                    il alla | PRON PRON | VERB | aller
                    a -t-elle | AUX AUX | PRON | lui
                    euh | X | INTJ | euh
                    ferm~ | ADJ | X | ferm~
                    tendent a montrer | VERB AUX VERB | 2 ADP | à
                    à l' est | ADP DET AUX | NOUN | est
                    il est là | PRON AUX ADV | 2 AUX | être
                    tout à fait | ADV ADP VERB | NOUN | fait
                    jours suivant le cours | NOUN ADP DET NOUN | 2 VERB | suivre
                    elle est toute petite | PRON AUX DET ADJ | 3 ADV | toute
                    cette dernière | DET NOUN | ADJ | dernier
                    une première . | DET ADJ PUNCT | 2 NOUN | première
                    il le voit | PRON DET VERB | 2 PRON | lui
                    de la plaza | ADP PRON VERB | 2 DET | le
                    pas de panique | ADV ADP NOUN | 2 DET | un
                    il ne veut de conseils | PRON ADV VERB ADP NOUN | 4 DET | un
                    """)
    void aWordIsReadByWhatStandsBesideIt(String words, String tags, String expected, String lemma) {
        List<String> forms = List.of(words.split(" ", -1));
        String[] parts = expected.split(" ", -1);
        int at = (parts.length > 1 ? Integer.parseInt(parts[0]) : forms.size()) - 1;
        List<Word> sentence = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            sentence.add(new Word(2 * i, 2 * i + 1, forms.get(i)));
        }

        String tag = corrections.correct(sentence, List.of(tags.split(" ", -1))).get(at);

        assertThat(tuple(tag, lemmatiser.lemma(forms.get(at), tag))).isEqualTo(tuple(parts[parts.length - 1], lemma));
    }

    @ParameterizedTest
    @CsvSource({
        "beaux-frères, NOUN, beau-frère",
        "années-lumière, NOUN, année-lumière",
        "sous-festivals, NOUN, sous-festival",
        "semi-commerciales, ADJ, semi-commercial",
        "co-préside, VERB, co-présider",
        "nm, NOUN, nm",
        "ans, NOUN, an",
        "1ère, ADJ, 1er",
        "Finances, PROPN, Finances"
    })
    void theLemmaKeepsToThePartOfSpeech(String form, String upos, String lemma) {
        assertThat(lemmatiser.lemma(form, upos)).isEqualTo(lemma);
    }
}
