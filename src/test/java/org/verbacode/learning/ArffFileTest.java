package org.verbacode.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import weka.core.Instances;
import weka.core.converters.ArffLoader;

final class ArffFileTest {
    @Test
    void wekaReadsBackEveryTextAndWhatIsSaidOfIt() throws IOException {
        String hostile = "L’aide, \"écoute\" d'un pair\n% pas un commentaire\t{?}\\ fin";
        String arff = ArffFile.text(
                "Mentorat 'né'",
                List.of("Qqn est là", "Confiance, \"assurance\""),
                List.of(
                        new ArffFile.Line("2019-2020", "P1", hostile, List.of(OptionalInt.of(1), OptionalInt.of(0))),
                        new ArffFile.Line("2020-2021", "P2", "?", List.of(OptionalInt.empty(), OptionalInt.of(1)))));

        Instances read = new ArffLoader.ArffReader(new StringReader(arff)).getData();

        assertThat(read.relationName()).isEqualTo("Mentorat 'né'");
        assertThat(read.attribute(3).name()).isEqualTo("code: Qqn est là");
        assertThat(read.attribute(4).name()).isEqualTo("code: Confiance, \"assurance\"");
        assertThat(read.get(0).stringValue(2)).isEqualTo(hostile);
        assertThat(read.get(0).stringValue(3)).isEqualTo("1");
        assertThat(read.get(0).stringValue(4)).isEqualTo("0");
        assertThat(read.get(1).stringValue(2)).isEqualTo("?");
        assertThat(read.get(1).isMissing(3)).isTrue();
    }
}
