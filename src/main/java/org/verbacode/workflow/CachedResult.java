package org.verbacode.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verbacode.exchange.Json;
import org.verbacode.exchange.SafeFile;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/** A computed result kept as JSON in the cache folder of a workspace, where it may be deleted at any time. */
public record CachedResult<T>(Path file, Class<T> type) {
    private static final Logger LOG = LoggerFactory.getLogger(CachedResult.class);

    /**
     * The cache entry of one result.
     *
     * @param folder of the results of its kind
     * @param names what the result is about, any text; the file name is a hash of them
     */
    public static <T> CachedResult<T> of(Workspace workspace, String folder, Class<T> type, String... names) {
        String about = String.join("\0", names);
        return new CachedResult<>(
                workspace
                        .cache()
                        .resolve(folder)
                        .resolve(UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8)) + ".json"),
                type);
    }

    /** The result stored last; empty if there is none, or it has been deleted. */
    public Optional<T> last() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(Files.readString(file), type, file.toString()));
        } catch (IOException | RefusedException e) {
            LOG.warn("{} cannot be read and is left aside", file);
            return Optional.empty();
        }
    }

    /** @throws RefusedException if it cannot be written */
    public void keep(T result) {
        try (SafeFile safe = SafeFile.create(file)) {
            Files.writeString(safe.temporary(), Json.write(result));
            safe.finish();
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.out.unwritable", file.toString()), e);
        }
    }
}
