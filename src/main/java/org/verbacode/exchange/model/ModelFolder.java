package org.verbacode.exchange.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.ModelName;
import org.verbacode.exchange.Json;
import org.verbacode.learning.EarlierFormatException;
import org.verbacode.learning.LearnedAnswer;
import org.verbacode.learning.Model;
import org.verbacode.learning.ModelCard;
import org.verbacode.study.Checksum;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;

/**
 * A model version on disk: {@code card.json}, readable for people, {@code answers.csv}, the list of its training
 * answers, and {@code weights.bin}; the card holds the checksums of both and of itself. Data only: nothing in it is
 * executed.
 */
public final class ModelFolder {
    /** The name of the card's file. */
    public static final String CARD = "card.json";

    private static final String ANSWERS = "answers.csv";
    private static final String WEIGHTS = "weights.bin";
    private static final List<String> FILES = List.of(WEIGHTS, ANSWERS, CARD);
    private static final long MAX_CARD_BYTES = 1_000_000;
    private static final long MAX_FILE_BYTES = 1_000_000_000;

    private ModelFolder() {}

    /**
     * Writes a version atomically.
     *
     * @param answers its training answers; empty if unknown
     * @param models the folder of all versions
     * @return the version's folder
     * @throws RefusedException if nothing can be written there
     */
    public static Path write(Model model, ModelCard card, List<LearnedAnswer> answers, Path models) {
        Path folder = models.resolve(card.model());
        try {
            Files.createDirectories(models);
            Path draft = Files.createTempDirectory(models, ".draft-");
            try {
                String weights;
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft.resolve(WEIGHTS)))) {
                    weights = write(model, out);
                }
                if (!answers.isEmpty()) {
                    LearnedAnswersFile.write(answers, card.codes(), draft.resolve(ANSWERS));
                }
                String listed = answers.isEmpty() ? null : sha256(draft.resolve(ANSWERS));
                Files.writeString(draft.resolve(CARD), Json.sealed(card.withFiles(weights, listed)) + "\n");
                Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                delete(draft);
            }
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.model.unwritable", folder), e);
        }
        return folder;
    }

    /** The checksum of a model's weights file. */
    public static String weightsHash(Model model) {
        try {
            return write(model, OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("writing nowhere", e);
        }
    }

    private static String write(Model model, OutputStream out) throws IOException {
        Checksum sum = new Checksum();
        model.write(sum.through(out));
        return sum.hex();
    }

    private static void delete(Path folder) throws IOException {
        for (String file : FILES) {
            Files.deleteIfExists(folder.resolve(file));
        }
        Files.deleteIfExists(folder);
    }

    /**
     * Replaces the version of the same name completely.
     *
     * @throws RefusedException if nothing can be written there
     */
    public static void replace(Model model, ModelCard card, List<LearnedAnswer> answers, Path models) {
        Path folder = models.resolve(card.model());
        Path before = models.resolve(".before-" + card.model());
        try {
            Files.move(folder, before, StandardCopyOption.ATOMIC_MOVE);
            try {
                write(model, card, answers, models);
            } catch (RefusedException e) {
                Files.move(before, folder, StandardCopyOption.ATOMIC_MOVE);
                throw e;
            }
            delete(before);
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.model.unwritable", folder), e);
        }
    }

    /**
     * The card of a version.
     *
     * @throws RefusedException if there is none, or it is damaged
     */
    public static ModelCard card(Path folder) {
        return cardIn(folder.resolve(CARD));
    }

    /**
     * A card under any file name.
     *
     * @throws RefusedException if there is none, or it is damaged
     */
    public static ModelCard cardIn(Path file) {
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
        if (!isFile(file)) {
            throw new RefusedException(Message.of("exchange.model.missing", folder));
        }
        try {
            if (Files.size(file) > MAX_CARD_BYTES) {
                throw damaged(folder, null);
            }
            String json = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            ModelCard card = Json.read(json, ModelCard.class, file.toString());
            checkNames(card);
            if (Json.isBroken(json)) {
                throw new RefusedException(Message.of("exchange.model.rewritten", file));
            }
            return card;
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(folder, e);
        }
    }

    private static void checkNames(ModelCard card) {
        if (new ModelName(card.model()).isLive()) {
            throw new IllegalArgumentException("a saved version is not live");
        }
        new StudyName(card.study());
        new QuestionName(card.question());
        card.waves().forEach(WaveName::new);
        card.waveWeights().keySet().forEach(WaveName::new);
        Stream.of(card.parent(), card.reproduces()).filter(Objects::nonNull).forEach(ModelName::new);
    }

    private static RefusedException damaged(Path folder, @Nullable Exception cause) {
        Message sentence = Message.of("exchange.model.damaged", folder);
        return cause == null ? new RefusedException(sentence) : new RefusedException(sentence, cause);
    }

    /**
     * The model of a version.
     *
     * @throws RefusedException if there is none, it is damaged, it is of an earlier recipe, or it does not match its
     *     card
     */
    public static Model read(Path folder) {
        Path file = folder.resolve(WEIGHTS);
        check(folder, file, card(folder).weightsHash());
        try (InputStream in = Files.newInputStream(file)) {
            return Model.read(in);
        } catch (EarlierFormatException e) {
            throw new RefusedException(Message.of("exchange.model.earlier", folder), e);
        } catch (IOException e) {
            throw damaged(folder, e);
        }
    }

    /**
     * The training answers of a version; empty if its card, written by an earlier Verbacode, does not list them, or
     * the file is missing.
     *
     * @throws RefusedException if they are damaged, or do not match the card
     */
    public static List<LearnedAnswer> answers(Path folder) {
        return answersOf(card(folder), folder);
    }

    /**
     * The same for a card already read.
     *
     * @param folder of the file of answers
     */
    public static List<LearnedAnswer> answersOf(ModelCard card, Path folder) {
        ModelCard.State state = card.state();
        Path file = folder.resolve(ANSWERS);
        if (state == null || state.answersHash().isEmpty() || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        check(folder, file, state.answersHash());
        try {
            return LearnedAnswersFile.read(file, card.codes());
        } catch (IllegalArgumentException | RefusedException e) {
            throw damaged(folder, e);
        }
    }

    private static void check(Path folder, Path file, String hash) {
        try {
            if (!isFile(file)
                    || Files.size(file) > MAX_FILE_BYTES
                    || !sha256(file).equals(hash)) {
                throw damaged(folder, null);
            }
        } catch (IOException e) {
            throw damaged(folder, e);
        }
    }

    /** Refuses symbolic links and special files. */
    private static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** The names of all versions in a folder, in order; other files are ignored. */
    public static List<ModelName> list(Path models) {
        if (!Files.isDirectory(models)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(models)) {
            return folders.filter(folder -> isFile(folder.resolve(CARD)))
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .filter(ModelName::isSaved)
                    .map(ModelName::new)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.model.damaged", models), e);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Checksum().add(in).hex();
        }
    }
}
