package org.verbacode.workflow.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Decision;
import org.verbacode.coding.Finish;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Provenance;
import org.verbacode.exchange.table.Table;
import org.verbacode.learning.ArffFile;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Question;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.coders.OpenRounds;

/**
 * Coded answers as tables: wide (one row per answer, one column per code, the coding that counts) and long (one row
 * per coder, answer and code, with its provenance).
 */
final class ExportTables {
    private static final List<String> TALL_HEADER = List.of(
            "id",
            "wave",
            "question",
            "coder",
            "code",
            "applies",
            "finished",
            "manner",
            "model",
            "shown",
            "codebook",
            "at");

    private final Database database;
    private final Map<QuestionName, List<Answer>> answers = new LinkedHashMap<>();
    private final Map<QuestionName, Codebook> codebooks = new LinkedHashMap<>();
    private final Map<QuestionName, List<Coding>> codings = new LinkedHashMap<>();
    private final Map<AnswerId, Coding> counting = new LinkedHashMap<>();
    private final Map<List<String>, Map<String, String>> people = new LinkedHashMap<>();
    private final Set<String> attributes = new LinkedHashSet<>();
    private final Set<String> open = new LinkedHashSet<>();

    ExportTables(Workspace workspace, StudyName study, List<Question> questions) {
        this.database = workspace.database();
        for (Question question : questions) {
            QuestionName name = question.name();
            answers.put(name, database.answers().ofQuestion(study, name));
            codebooks.put(name, database.codebooks().current(study, name));
            OpenRounds rounds = OpenRounds.of(workspace, study, name);
            open.addAll(rounds.names());
            Set<AnswerId> hidden = rounds.answers();
            codings.put(
                    name,
                    database.codings().ofQuestion(study, name).stream()
                            .filter(coding -> !hidden.contains(coding.answer()))
                            .toList());
            database.codings().counting(study, name).stream()
                    .filter(coding -> !hidden.contains(coding.answer()))
                    .forEach(coding -> counting.put(coding.answer(), coding));
        }
        database.answers().respondents(study).forEach(person -> {
            people.put(List.of(person.wave().value(), person.id().value()), person.attributes());
            attributes.addAll(person.attributes().keySet());
        });
    }

    /** The codes of all questions; with several questions, each prefixed by its question. */
    List<String> codeNames() {
        List<String> names = new ArrayList<>();
        codebooks.forEach((question, codebook) -> codebook.codes()
                .forEach(code ->
                        names.add(codebooks.size() == 1 ? code.name() : question.value() + ": " + code.name())));
        return names;
    }

    /** The coding that counts, for each code; empty where it was not considered, or belongs to another question. */
    private List<OptionalInt> codes(Answer answer) {
        Coding coding = counting.get(answer.id());
        List<OptionalInt> codes = new ArrayList<>();
        codebooks.forEach((question, codebook) -> {
            for (Code code : codebook.codes()) {
                codes.add(
                        coding == null || !question.equals(answer.question())
                                ? OptionalInt.empty()
                                : ExportStudy.applies(coding.considered().get(code.id())));
            }
        });
        return codes;
    }

    /** The names of the rounds whose answers are written without codes, since not all coders have finished. */
    List<String> openRounds() {
        return List.copyOf(open);
    }

    Table wide() {
        List<String> header = new ArrayList<>(List.of("id", "wave", "question", "status", "text", "coder"));
        // An attribute or a code may have the name of one of these columns.
        attributes.forEach(name -> header.add(header.contains(name) ? "attribute: " + name : name));
        codeNames().forEach(name -> header.add(header.contains(name) ? "code: " + name : name));
        List<List<Object>> rows = new ArrayList<>();
        answers.values()
                .forEach(list -> list.forEach(answer -> {
                    List<Object> row = new ArrayList<>(header.size());
                    Coding coding = counting.get(answer.id());
                    row.add(answer.respondent().value());
                    row.add(answer.wave().value());
                    row.add(answer.question().value());
                    row.add(ExportStudy.status(answer));
                    row.add(answer.text());
                    row.add(coding == null ? "" : coding.coder().value());
                    Map<String, String> values = people.getOrDefault(
                            List.of(answer.wave().value(), answer.respondent().value()), Map.of());
                    attributes.forEach(name -> row.add(number(values.getOrDefault(name, ""))));
                    codes(answer).forEach(code -> row.add(code.isPresent() ? (Object) code.getAsInt() : ""));
                    rows.add(row);
                }));
        return new Table("answers", header, rows);
    }

    /** A closed answer as a number if it is one in canonical form. */
    private static Object number(String value) {
        if (value.matches("0|-?[1-9]\\d{0,8}")) {
            return Integer.valueOf(value);
        }
        return value.matches("-?(0|[1-9]\\d{0,8})\\.\\d{1,6}")
                        && Double.toString(Double.parseDouble(value)).equals(value)
                ? Double.valueOf(value)
                : value;
    }

    List<ArffFile.Line> lines() {
        return answers.values().stream()
                .flatMap(List::stream)
                .filter(answer -> answer.status() == Answer.Status.GIVEN)
                .map(answer -> new ArffFile.Line(
                        answer.wave().value(), answer.respondent().value(), answer.text(), codes(answer)))
                .toList();
    }

    Table tall() {
        List<List<Object>> rows = new ArrayList<>();
        answers.forEach((question, list) -> {
            Map<AnswerId, Answer> byId = list.stream()
                    .collect(Collectors.toMap(Answer::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
            Map<CodeId, String> names = codebooks.getOrDefault(question, Codebook.empty(question)).codes().stream()
                    .collect(Collectors.toMap(Code::id, Code::name));
            for (Coding coding : codings.getOrDefault(question, List.of())) {
                Answer answer = byId.get(coding.answer());
                if (answer != null) {
                    rows.addAll(tall(answer, coding, names));
                }
            }
        });
        return new Table("codings", TALL_HEADER, rows);
    }

    private List<List<Object>> tall(Answer answer, Coding coding, Map<CodeId, String> names) {
        Map<CodeId, Provenance> decided = new LinkedHashMap<>();
        for (Decision decision : database.codings().decisions(answer.id())) {
            if (decision.coder().equals(coding.coder())) {
                decided.put(decision.code(), decision.provenance());
            }
        }
        Provenance finished = null;
        for (Finish finish : database.codings().finishes(answer.id())) {
            finished = finish.coder().equals(coding.coder()) ? finish.provenance() : finished;
        }
        List<List<Object>> rows = new ArrayList<>();
        Provenance whole = finished;
        coding.considered()
                .forEach((code, applies) -> rows.add(row(
                        answer,
                        coding,
                        names.getOrDefault(code, code.value()),
                        applies ? 1 : 0,
                        decided.getOrDefault(code, whole))));
        if (rows.isEmpty()) {
            rows.add(row(answer, coding, "", "", whole));
        }
        return rows;
    }

    private static List<Object> row(
            Answer answer, Coding coding, String code, Object applies, @Nullable Provenance how) {
        ModelName model = how == null ? null : how.modelSeen();
        return List.of(
                answer.respondent().value(),
                answer.wave().value(),
                answer.question().value(),
                coding.coder().value(),
                code,
                applies,
                coding.finished() ? 1 : 0,
                how == null ? "" : how.manner().name().toLowerCase(Locale.ROOT),
                model == null ? "" : model.value(),
                how == null ? "" : how.shown().name().toLowerCase(Locale.ROOT),
                how == null ? "" : (Object) how.codebookVersion(),
                how == null ? "" : how.at().toString());
    }
}
