package org.verbacode.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.verbacode.coding.ModelName;
import org.verbacode.learning.Model;
import org.verbacode.learning.ModelCard;
import org.verbacode.learning.ModelInput;
import org.verbacode.learning.ModelOutput;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/**
 * A model version on disk: {@code card.json}, which people read, and {@code weights.bin}, whose checksum the card holds.
 * Data only: nothing in it is run.
 */
public final class ModelFolder {
    private static final String CARD = "card.json";
    private static final String WEIGHTS = "weights.bin";
    private static final long LARGEST_CARD_BYTES = 10_000_000;
    private static final long LARGEST_WEIGHTS_BYTES = 1_000_000_000;

    private ModelFolder() {}

    /**
     * Writes a version, whole or not at all.
     *
     * @param models the folder of all versions
     * @return the version's folder
     * @throws RefusedException if nothing can be written there
     */
    public static Path write(Model model, ModelCard card, Path models) {
        Path folder = models.resolve(card.model());
        try {
            Files.createDirectories(models);
            Path draft = Files.createTempDirectory(models, ".draft-");
            try {
                MessageDigest digest = sha256();
                try (OutputStream out = new DigestOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(draft.resolve(WEIGHTS))), digest)) {
                    ModelOutput.write(model, out);
                }
                ModelCard whole = card.withWeights(HexFormat.of().formatHex(digest.digest()));
                Files.writeString(draft.resolve(CARD), Json.write(whole) + "\n");
                Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                for (String file : List.of(WEIGHTS, CARD)) {
                    Files.deleteIfExists(draft.resolve(file));
                }
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.model.unwritable", folder), e);
        }
        return folder;
    }

    /**
     * Writes a version in the place of the one of the same name, of which nothing stays.
     *
     * @throws RefusedException if nothing can be written there
     */
    public static void replace(Model model, ModelCard card, Path models) {
        Path folder = models.resolve(card.model());
        Path before = models.resolve(".before-" + card.model());
        try {
            Files.move(folder, before, StandardCopyOption.ATOMIC_MOVE);
            try {
                write(model, card, models);
            } catch (RefusedException e) {
                Files.move(before, folder, StandardCopyOption.ATOMIC_MOVE);
                throw e;
            }
            for (String file : List.of(WEIGHTS, CARD)) {
                Files.deleteIfExists(before.resolve(file));
            }
            Files.delete(before);
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
        Path file = folder.resolve(CARD);
        try {
            if (!Files.isRegularFile(file)) {
                throw new RefusedException(Message.of("exchange.model.missing", folder));
            }
            if (Files.size(file) > LARGEST_CARD_BYTES) {
                throw new RefusedException(Message.of("exchange.model.damaged", folder));
            }
            ModelCard card = Json.read(
                    new String(Files.readAllBytes(file), StandardCharsets.UTF_8), ModelCard.class, file.toString());
            new ModelName(card.model());
            return card;
        } catch (IOException | NullPointerException e) {
            throw new RefusedException(Message.of("exchange.model.damaged", folder), e);
        }
    }

    /**
     * The model of a version.
     *
     * @throws RefusedException if there is none, it is damaged, or it is not the one its card describes
     */
    public static Model read(Path folder) {
        ModelCard card = card(folder);
        Path file = folder.resolve(WEIGHTS);
        try {
            if (Files.size(file) > LARGEST_WEIGHTS_BYTES || !sha256(file).equals(card.weightsHash())) {
                throw new RefusedException(Message.of("exchange.model.damaged", folder));
            }
            try (InputStream in = Files.newInputStream(file)) {
                return ModelInput.read(in);
            }
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.model.damaged", folder), e);
        }
    }

    /** The names of all versions in a folder, in the order of their names; what is not a version is passed over. */
    public static List<ModelName> list(Path models) {
        if (!Files.isDirectory(models)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(models)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(CARD)))
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .filter(name -> name.matches("[a-z0-9][a-z0-9._-]{0,99}"))
                    .sorted()
                    .map(ModelName::new)
                    .toList();
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.model.damaged", models), e);
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
