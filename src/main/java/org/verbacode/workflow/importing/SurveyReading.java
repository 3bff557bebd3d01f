package org.verbacode.workflow.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.verbacode.exchange.survey.ColumnRole;
import org.verbacode.exchange.survey.Row;
import org.verbacode.exchange.survey.SurveyFile;
import org.verbacode.exchange.survey.TableReader;
import org.verbacode.study.ImportReport.Rejection;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.Respondent;
import org.verbacode.study.RespondentId;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Progress;

/** The respondents and answers of one file under a column mapping, and the rows that could not be read. */
final class SurveyReading {
    /** One row: the respondent and the text of each open cell; empty for an empty cell. */
    record Person(Respondent respondent, Map<QuestionName, String> texts) {}

    private final SurveyFile file;
    private final @Nullable WaveName fixedWave;
    private final Optional<Integer> id;
    private final Optional<Integer> wave;
    private final Map<QuestionName, Integer> open = new LinkedHashMap<>();
    private final Map<String, Integer> attributes = new LinkedHashMap<>();
    private final Map<List<String>, Long> rowOf = new HashMap<>();

    final List<Person> people = new ArrayList<>();
    final List<Rejection> rejections = new ArrayList<>();
    final Set<String> leftOut = new LinkedHashSet<>();

    /** @param roles guessed roles of the columns, by name */
    SurveyReading(SurveyFile file, ColumnMapping mapping, @Nullable WaveName fixedWave, Map<String, ColumnRole> roles) {
        this.file = file;
        this.fixedWave = fixedWave;
        id = needed(mapping.id());
        wave = fixedWave == null ? needed(mapping.wave()) : Optional.empty();
        for (ColumnMapping.Open column : mapping.open()) {
            file.column(column.column()).ifPresent(index -> open.put(new QuestionName(column.question()), index));
        }
        Set<Integer> dropped = new LinkedHashSet<>();
        mapping.drop().forEach(column -> file.column(column).ifPresent(dropped::add));
        List<String> kept = mapping.attributes();
        for (int column = 0; column < file.headers().size(); column++) {
            String name = file.headers().get(column);
            boolean used = dropped.contains(column)
                    || open.containsValue(column)
                    || id.equals(Optional.of(column))
                    || wave.equals(Optional.of(column));
            if (!used && kept == null) {
                // An unmapped open question is not kept as an attribute: its texts may identify people.
                if (roles.get(name) == ColumnRole.IDENTITY || roles.get(name) == ColumnRole.OPEN) {
                    leftOut.add(name);
                } else {
                    attributes.put(name, column);
                }
            }
        }
        if (kept != null) {
            kept.forEach(name -> file.column(name)
                    .filter(column -> !dropped.contains(column))
                    .ifPresent(column -> attributes.put(name, column)));
        }
    }

    private Optional<Integer> needed(@Nullable String column) {
        if (column == null) {
            return Optional.empty();
        }
        return Optional.of(file.column(column)
                .orElseThrow(() -> new RefusedException(
                        Message.of("workflow.importing.column", column, String.join(", ", file.headers())))));
    }

    /** The mapped open questions with their column indices. */
    Map<QuestionName, Integer> open() {
        return open;
    }

    SurveyFile file() {
        return file;
    }

    /** Reads all rows. */
    void read(Progress progress) {
        try (TableReader rows = file.rows()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                Row.Problem problem = row.problem();
                if (problem == null) {
                    read(row);
                } else {
                    reject(row, problem.column(), problem.reason());
                }
                progress.at(Message.of("workflow.importing.reading", file.name()), row.number(), 0);
            }
        }
        if (people.isEmpty() && rejections.isEmpty()) {
            rejections.add(new Rejection(file.name(), 0, "", Message.of("workflow.importing.no-rows", file.name())));
        }
    }

    private void read(Row row) {
        List<String> cells = row.cells();
        WaveName waveName;
        RespondentId respondent;
        Map<QuestionName, String> texts = new LinkedHashMap<>();
        open.forEach((question, column) -> texts.put(question, cells.get(column).isBlank() ? "" : cells.get(column)));
        try {
            waveName = fixedWave != null ? fixedWave : new WaveName(cells.get(wave.orElseThrow()));
        } catch (RefusedException e) {
            reject(row, header(wave), e.sentence());
            return;
        }
        try {
            respondent = new RespondentId(id.map(cells::get).orElseGet(() -> pseudonym(row, waveName, texts)));
        } catch (RefusedException e) {
            reject(row, header(id), e.sentence());
            return;
        }
        Long before = rowOf.putIfAbsent(List.of(waveName.value(), respondent.value()), row.number());
        if (before != null) {
            reject(row, header(id), Message.of("workflow.importing.twice", respondent.value(), before));
            return;
        }
        Map<String, String> values = new LinkedHashMap<>();
        attributes.forEach((name, column) -> {
            if (!cells.get(column).isBlank()) {
                values.put(name, cells.get(column).strip());
            }
        });
        people.add(new Person(new Respondent(respondent, waveName, values), texts));
    }

    private String header(Optional<Integer> column) {
        return column.map(file.headers()::get).orElse("");
    }

    private void reject(Row row, String column, Message reason) {
        rejections.add(new Rejection(file.name(), row.number(), column, reason));
    }

    /**
     * A pseudonym from row number and content, for files without ids, so that importing a file twice gives the same
     * respondents.
     */
    private static String pseudonym(Row row, WaveName wave, Map<QuestionName, String> texts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(wave.value().getBytes(StandardCharsets.UTF_8));
            for (String text : texts.values()) {
                sha.update((byte) 0);
                sha.update(text.getBytes(StandardCharsets.UTF_8));
            }
            return "L" + row.number() + "-" + HexFormat.of().formatHex(sha.digest(), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
