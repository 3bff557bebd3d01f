package org.verbacode.workflow.coders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Packet;
import org.verbacode.coding.Round;
import org.verbacode.exchange.SafeFile;
import org.verbacode.exchange.coding.PacketFile;
import org.verbacode.exchange.coding.PacketTable;
import org.verbacode.exchange.table.Table;
import org.verbacode.exchange.table.TableFile;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;

/**
 * Writes one coder's share of a round as a file for another computer: a table to be filled in, or a {@code .verbacode}
 * file, which also holds what the coder has done so far.
 */
public final class MakePacket {
    private final Workspace workspace;
    private final Database database;

    public MakePacket(Workspace workspace) {
        this.workspace = workspace;
        this.database = workspace.database();
    }

    /** The kinds of file. */
    public enum Kind {
        CSV,
        XLSX,
        VERBACODE;

        /**
         * The kind that the ending of a file's name says.
         *
         * @throws RefusedException if it is another one
         */
        public static Kind of(Path file) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            for (Kind kind : values()) {
                if (name.endsWith("." + kind.name().toLowerCase(Locale.ROOT))) {
                    return kind;
                }
            }
            throw new RefusedException(Message.of("workflow.coders.packet.ending", file));
        }
    }

    /**
     * Writes a packet.
     *
     * @return number of answers in it
     * @throws RefusedException if the coder is not one of the round's, or the file cannot be written
     */
    public int run(Round round, CoderName coder, Path out, Locale locale) {
        byte[] content = content(round, coder, Kind.of(out), locale);
        try (SafeFile file = SafeFile.create(out)) {
            Files.write(file.temporary(), content);
            file.finish();
        } catch (IOException e) {
            throw new RefusedException(Message.of("exchange.out.unwritable", out), e);
        }
        return round.draw().answers().size();
    }

    /** The content of a packet's file; the sheet of definitions begins with an instruction in the coder's language. */
    public byte[] content(Round round, CoderName coder, Kind kind, Locale locale) {
        if (!round.isOf(coder)) {
            throw new RefusedException(Message.of(
                    "workflow.coders.packet.coder",
                    coder.value(),
                    round.name(),
                    round.coders().stream().map(CoderName::value).collect(Collectors.joining(", "))));
        }
        Packet packet = packet(round, coder);
        if (kind == Kind.VERBACODE) {
            return PacketFile.write(packet);
        }
        List<Table> sheets = PacketTable.sheets(
                packet.answers(),
                packet.codebook().codes(),
                Message.of("workflow.coders.packet.instruction").in(locale));
        return kind == Kind.CSV ? TableFile.csv(sheets.get(0)) : TableFile.xlsx(sheets);
    }

    private Packet packet(Round round, CoderName coder) {
        Map<AnswerId, Answer> given = database
                .answers()
                .given(round.draw().study(), round.draw().question())
                .stream()
                .collect(Collectors.toMap(Answer::id, Function.identity()));
        List<Answer> answers = PacketOrder.of(round, coder).stream()
                .map(given::get)
                .filter(Objects::nonNull)
                .toList();
        Codebook codebook =
                database.codebooks().version(round.draw().study(), round.draw().question(), round.codebookVersion());
        return new Packet(
                round,
                coder,
                database.studies().notice(round.draw().study()),
                new ListStudies(workspace)
                        .question(round.draw().study(), round.draw().question()),
                codebook,
                answers,
                database.histories().of(coder, round.draw().answers()));
    }
}
