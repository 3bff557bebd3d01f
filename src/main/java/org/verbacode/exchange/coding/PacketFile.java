package org.verbacode.exchange.coding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import org.verbacode.coding.Packet;
import org.verbacode.exchange.Json;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/** A packet as a {@code .verbacode} file: sealed JSON, which another Verbacode opens. */
public final class PacketFile {
    /** The ending of the files' names. */
    public static final String ENDING = ".verbacode";

    private static final long MAX_BYTES = 64L << 20;

    private PacketFile() {}

    /** The file's content. */
    public static byte[] write(Packet packet) {
        return (Json.sealed(PacketContent.of(packet)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** @throws RefusedException if the file is damaged, too large, from a newer version, or contradicts itself */
    public static Packet read(Path path) {
        String name = String.valueOf(path.getFileName());
        try {
            if (!Files.isRegularFile(path)) {
                throw new RefusedException(Message.of("exchange.file.missing", path));
            }
            if (Files.size(path) > MAX_BYTES) {
                throw new RefusedException(Message.of("exchange.packet.large", name, MAX_BYTES >> 20));
            }
            String json = Files.readString(path);
            if (Json.isBroken(json)) {
                throw new RefusedException(Message.of("exchange.packet.broken", name));
            }
            PacketContent content = Json.read(json, PacketContent.class, name);
            if (content.format() != PacketContent.FORMAT) {
                throw new RefusedException(Message.of("exchange.packet.format", name));
            }
            return content.packet();
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.file.unreadable", path), e);
        } catch (IllegalArgumentException | NullPointerException | DateTimeException e) {
            throw new RefusedException(Message.of("exchange.packet.broken", name), e);
        }
    }
}
