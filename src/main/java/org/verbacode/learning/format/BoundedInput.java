package org.verbacode.learning.format;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the primitives of a model file without trusting it: sizes are bounded and numbers are finite. */
final class BoundedInput {
    /** Rows of a matrix, or words of a vocabulary. */
    static final int MAX_ROWS = 1_000_000;

    static final int MAX_TEXT_BYTES = 1_000_000;
    private static final int MAX_WORDS = 1_000_000;
    /** Bytes in memory: more than 100 times what a model of 1,000 answers and 24 codes takes. */
    private static final long MAX_BYTES = 500_000_000;
    /** Bytes that a text takes in memory besides its letters; a file may hold many empty ones. */
    private static final int TEXT_BYTES = 100;
    /** Sums of products of larger numbers might not be finite. */
    private static final double MAX_ABSOLUTE = 1e9;

    private final Counter counter;
    private final DataInputStream data;

    BoundedInput(InputStream in) {
        this.counter = new Counter(in);
        this.data = new DataInputStream(new BufferedInputStream(counter));
    }

    /** Fails once more bytes have been read than a sound model takes: a small file may unfold without end. */
    private static final class Counter extends FilterInputStream {
        private long left = MAX_BYTES;

        Counter(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("too large");
            }
        }
    }

    int number() throws IOException {
        return data.readInt();
    }

    boolean flag() throws IOException {
        return data.readBoolean();
    }

    boolean isAtEnd() throws IOException {
        return data.read() == -1;
    }

    /**
     * A matrix of finite numbers.
     *
     * @param gaps whether rows may be missing
     */
    float[] @Nullable [] rows(int expected, int width, boolean gaps) throws IOException {
        if (data.readInt() != expected) {
            throw new IOException("not as many rows as features");
        }
        float[] @Nullable [] rows = new float[expected] @Nullable [];
        for (int row = 0; row < expected; row++) {
            int length = data.readInt();
            if (length == -1 && gaps) {
                continue;
            }
            if (length != width) {
                throw new IOException("a row of the wrong width");
            }
            float[] numbers = new float[width];
            for (int column = 0; column < width; column++) {
                numbers[column] = data.readFloat();
                checked(numbers[column]);
            }
            rows[row] = numbers;
        }
        return rows;
    }

    /** The same matrix, of which no row may be missing. */
    static float[][] whole(float[] @Nullable [] rows) {
        float[][] whole = new float[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            whole[row] = Objects.requireNonNull(rows[row]);
        }
        return whole;
    }

    /** So many finite numbers. */
    double[] numbers(int expected) throws IOException {
        if (data.readInt() != expected) {
            throw new IOException("not as many numbers as expected");
        }
        double[] numbers = new double[expected];
        for (int i = 0; i < expected; i++) {
            numbers[i] = data.readDouble();
            checked(numbers[i]);
        }
        return numbers;
    }

    private static void checked(double number) throws IOException {
        if (!(Math.abs(number) <= MAX_ABSOLUTE)) {
            throw new IOException("not a number of a model");
        }
    }

    /** A number from 0 to 1. */
    double share() throws IOException {
        double share = data.readDouble();
        if (!(share >= 0 && share <= 1)) {
            throw new IOException("not a share");
        }
        return share;
    }

    /** A number from 0 to a maximum. */
    int count(int max) throws IOException {
        int count = data.readInt();
        if (count < 0 || count > max) {
            throw new IOException("a count out of bounds");
        }
        return count;
    }

    /** A text or null. */
    @Nullable
    String optional() throws IOException {
        boolean there = data.readBoolean();
        String text = text();
        return there ? text : null;
    }

    List<String> texts() throws IOException {
        int count = count(MAX_WORDS);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    String text() throws IOException {
        counter.count(TEXT_BYTES);
        byte[] bytes = data.readNBytes(count(MAX_TEXT_BYTES));
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
