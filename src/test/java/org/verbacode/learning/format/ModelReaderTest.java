package org.verbacode.learning.format;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Tests hostile files; damaged ones are tested with the model folder. */
class ModelReaderTest {
    private static final int MANY = 1_000_000;

    /** Writes the beginning of a file. */
    private interface Beginning {
        void write(DataOutputStream out) throws IOException;
    }

    private static ByteArrayInputStream file(Beginning beginning) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes, 1 << 16))) {
            out.writeInt(ModelWriter.MAGIC);
            beginning.write(out);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Writes an empty lexicon and the question. */
    private static void untilCodes(DataOutputStream out) throws IOException {
        out.write(new byte[4 * Integer.BYTES]);
        text(out, "q");
        out.writeInt(1);
    }

    private static void code(DataOutputStream out, String id, String name) throws IOException {
        text(out, id);
        text(out, name);
        out.write(new byte[1 + 5 * Integer.BYTES + 1 + Integer.BYTES]);
    }

    @Test
    void textsWithoutLettersTakeRoomToo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream tokens = new DataOutputStream(bytes)) {
            for (int i = 0; i < 1_000; i++) {
                tokens.write(new byte[5 * Integer.BYTES]);
                text(tokens, "PLAIN");
            }
        }
        ByteArrayInputStream file = file(out -> {
            untilCodes(out);
            out.writeInt(1);
            code(out, "1", "Soutien");
            for (int words = 0; words < 3; words++) {
                text(out, "");
                out.writeInt(MANY);
                for (int i = 0; i < MANY / 1_000; i++) {
                    out.write(bytes.toByteArray());
                }
                if (words == 0) {
                    out.writeInt(MANY / 1_000);
                }
            }
        });

        assertThatThrownBy(() -> ModelReader.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage("too large");
    }

    /** A million short words with colliding hash codes. */
    @Test
    void noWordsKeepItBusyForHours() throws IOException {
        ByteArrayInputStream file = file(out -> {
            out.writeInt(MANY);
            for (int i = 0; i < MANY; i++) {
                text(out, Integer.toString(i, Character.MAX_RADIX));
            }
        });

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> assertThatThrownBy(() -> ModelReader.read(file))
                .isInstanceOf(IOException.class));
    }

    @Test
    void aCodeThatStandsThereTwiceIsRefused() throws IOException {
        ByteArrayInputStream file = file(out -> {
            untilCodes(out);
            out.writeInt(2);
            code(out, "1", "Soutien");
            code(out, "1", "Conseils");
        });

        assertThatThrownBy(() -> ModelReader.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage("a code twice");
    }
}
