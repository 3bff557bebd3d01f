package org.verbacode.workflow.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.exchange.Json;
import org.verbacode.exchange.survey.ColumnRole;
import org.verbacode.exchange.survey.SurveyFile;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;

/**
 * The roles of the columns of a study's files, stored with the study for the next import.
 *
 * @param id the column of the pseudonyms; null if there is none
 * @param wave the column of the waves; null if there is none
 * @param open the open questions and their columns
 * @param attributes the columns kept as attributes; null for all others that do not look identifying
 * @param drop the columns that are never read
 */
public record ColumnMapping(
        @Nullable String id,
        @Nullable String wave,
        List<Open> open,
        @Nullable List<String> attributes,
        List<String> drop) {

    /** The column of an open question. */
    public record Open(String question, String column) {}

    /** The empty mapping. */
    static final ColumnMapping NONE = new ColumnMapping(null, null, List.of(), null, List.of());

    /** A column read as an open question has no other role, whatever was chosen for an earlier file. */
    public ColumnMapping {
        open = List.copyOf(open);
        Set<String> questions = open.stream().map(Open::column).collect(Collectors.toSet());
        attributes = attributes == null ? null : without(questions, attributes);
        drop = without(questions, drop);
    }

    private static List<String> without(Set<String> questions, List<String> columns) {
        return columns.stream().filter(column -> !questions.contains(column)).toList();
    }

    /** The roles of the columns that were read; other files may have further columns. */
    Map<String, ColumnRole> roles() {
        Map<String, ColumnRole> roles = new HashMap<>();
        if (attributes != null) {
            attributes.forEach(column -> roles.put(column, ColumnRole.ATTRIBUTE));
        }
        open.forEach(column -> roles.put(column.column(), ColumnRole.OPEN));
        if (wave != null) {
            roles.put(wave, ColumnRole.WAVE);
        }
        if (id != null) {
            roles.put(id, ColumnRole.ID);
        }
        return roles;
    }

    /** The stored mapping; the empty one if the text is empty. */
    static ColumnMapping remembered(String json) {
        return json.isEmpty() ? NONE : Json.read(json, ColumnMapping.class, "mapping");
    }

    String json() {
        return Json.write(this);
    }

    /** This mapping overridden by the choices of a request. */
    ColumnMapping with(ImportRequest request, List<SurveyFile> files) {
        String asked = request.wave();
        String askedId = request.id();
        ColumnMapping chosen = new ColumnMapping(
                askedId != null ? askedId : id,
                asked == null ? wave : asked.startsWith("=") ? null : asked,
                request.open().isEmpty()
                        ? open
                        : request.open().stream()
                                .map(option -> open(option, files))
                                .toList(),
                request.attributes().isEmpty() ? attributes : request.attributes(),
                request.drop().isEmpty() ? drop : request.drop());
        List<String> named = new ArrayList<>(request.attributes());
        named.addAll(request.drop());
        chosen.open().forEach(column -> named.add(column.column()));
        for (String column : named) {
            if (!files.isEmpty()
                    && files.stream().allMatch(file -> file.column(column).isEmpty())) {
                throw new RefusedException(Message.of(
                        "workflow.importing.column",
                        column,
                        String.join(", ", files.get(0).headers())));
            }
        }
        return chosen;
    }

    /** {@code COL}, or {@code Q=COL} unless a column has that whole name. */
    private static Open open(String option, List<SurveyFile> files) {
        Optional<Open> whole = files.stream()
                .flatMap(
                        file -> file.column(option).map(column -> file.headers().get(column)).stream())
                .map(header -> new Open(shortName(header), header))
                .findFirst();
        int equals = option.indexOf('=');
        if (whole.isPresent() || equals <= 0) {
            return whole.orElse(new Open(shortName(option), option));
        }
        return new Open(
                option.substring(0, equals).strip(),
                option.substring(equals + 1).strip());
    }

    /** A short name for a button: survey tools write a code and the whole wording into the header. */
    private static String shortName(String header) {
        String code = header.replaceFirst("^([\\p{L}\\p{N}_\\[\\]]{1,30})\\. .*", "$1");
        return code.length() <= 80 ? code : code.substring(0, 60).strip() + "…";
    }
}
