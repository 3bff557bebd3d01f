package org.verbacode.workflow.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Suggestion;
import org.verbacode.exchange.Formulas;
import org.verbacode.exchange.survey.Row;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.learning.Model;
import org.verbacode.study.AnswerId;

/** The rows of a file with predictions: their own cells, the codes, a probability for each code. */
final class PredictedRows {
    private static final String CODES = "codes";
    private static final String BETWEEN_CODES = "|";
    /** Characters of a text whose suggestions are cached; longer texts seldom recur. */
    private static final int MAX_FREQUENT_LENGTH = 100;
    /** Number of cached suggestions; about ten megabytes. */
    private static final int MAX_SUGGESTIONS = 200_000;

    /** Answers of a file are not stored, so that they share one id. */
    private static final AnswerId ANY = new AnswerId("0".repeat(32));

    private final Model model;
    private final FrenchAnalyser analyser;
    private final int text;
    private final int own;
    private final List<String> headers;
    /** Cache of the suggestions for short texts, which many respondents write identically. */
    private final Map<String, List<Suggestion>> frequent = new ConcurrentHashMap<>();

    /**
     * @param columns of the file
     * @param text index of the column of the texts
     */
    PredictedRows(Model model, FrenchAnalyser analyser, List<String> columns, int text) {
        this.model = model;
        this.analyser = analyser;
        this.text = text;
        own = columns.size();
        List<String> all = new ArrayList<>(columns);
        addApart(CODES, all);
        model.codebook().codes().forEach(code -> addApart(code.name(), all));
        headers = all.stream().map(Formulas::neutralised).toList();
    }

    /** Appends a column under a name that no other column has. */
    private static void addApart(String name, List<String> columns) {
        String free = name;
        for (int n = 2; columns.contains(free); n++) {
            free = name + " (" + n + ")";
        }
        columns.add(free);
    }

    List<String> headers() {
        return headers;
    }

    /**
     * One row.
     *
     * @param cells as they are written
     * @param codes number of codes given
     */
    record Coded(Row row, List<String> cells, int codes) {}

    /** Codes a row; one that cannot be read completely is written without codes. */
    Coded of(Row row) {
        List<String> cells = new ArrayList<>(ownCells(row));
        List<Code> codes = model.codebook().codes();
        if (!bearsCodes(row)) {
            Stream.generate(() -> "").limit(1 + codes.size()).forEach(cells::add);
            return new Coded(row, cells, 0);
        }
        Map<CodeId, Suggestion> said = new HashMap<>();
        suggestions(row.cells().get(text)).forEach(suggestion -> said.put(suggestion.code(), suggestion));
        List<Code> proposed = codes.stream()
                .filter(code -> {
                    Suggestion suggestion = said.get(code.id());
                    return suggestion != null && suggestion.proposed();
                })
                .toList();
        cells.add(Formulas.neutralised(proposed.stream().map(Code::name).collect(Collectors.joining(BETWEEN_CODES))));
        for (Code code : codes) {
            Suggestion suggestion = said.get(code.id());
            cells.add(suggestion == null ? "" : String.valueOf(suggestion.probability()));
        }
        return new Coded(row, cells, proposed.size());
    }

    private List<Suggestion> suggestions(String answer) {
        List<Suggestion> known = frequent.get(answer);
        if (known != null) {
            return known;
        }
        List<Suggestion> said = model.suggest(ANY, analyser.analyse(answer));
        if (answer.length() <= MAX_FREQUENT_LENGTH && frequent.size() * said.size() < MAX_SUGGESTIONS) {
            frequent.put(answer, said);
        }
        return said;
    }

    private List<String> ownCells(Row row) {
        return Stream.concat(row.cells().stream().map(Formulas::neutralised), Stream.generate(() -> ""))
                .limit(own)
                .toList();
    }

    /** Whether the row has a text; blank answers get no code. */
    private boolean bearsCodes(Row row) {
        return row.problem() == null && !row.cells().get(text).isBlank();
    }

    /**
     * Number of codes in a row written earlier.
     *
     * @return empty if the cells cannot come from this row
     */
    OptionalInt codes(Row row, List<String> written) {
        if (written.size() != headers.size() || !written.subList(0, own).equals(ownCells(row))) {
            return OptionalInt.empty();
        }
        boolean bears = bearsCodes(row);
        List<String> probabilities = written.subList(own + 1, written.size());
        if (!probabilities.stream().allMatch(cell -> bears ? isProbability(cell) : cell.isEmpty())) {
            return OptionalInt.empty();
        }
        return count(Formulas.restored(written.get(own)));
    }

    /** Number of joined codes in the order of the codebook; empty for any other text. */
    private OptionalInt count(String joined) {
        int count = 0;
        String rest = joined;
        for (Code code : model.codebook().codes()) {
            if (rest.equals(code.name()) || rest.startsWith(code.name() + BETWEEN_CODES)) {
                count++;
                rest = rest.substring(Math.min(rest.length(), code.name().length() + BETWEEN_CODES.length()));
            }
        }
        return rest.isEmpty() ? OptionalInt.of(count) : OptionalInt.empty();
    }

    private static boolean isProbability(String cell) {
        return cell.matches("[01]\\.\\d+(E-\\d+)?|\\d\\.\\d+E-\\d+");
    }
}
