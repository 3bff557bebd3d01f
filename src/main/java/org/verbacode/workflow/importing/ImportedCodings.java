package org.verbacode.workflow.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Decision;
import org.verbacode.coding.Provenance;
import org.verbacode.exchange.coding.CodingsFile;
import org.verbacode.store.Codings;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.ImportReport.Rejection;
import org.verbacode.study.Message;
import org.verbacode.study.Question;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;

/** Applies codings from a file, each once, and never over later decisions of the coder. */
final class ImportedCodings {
    private final Database database;
    private final StudyName study;
    private final CodingsFile file;
    private final java.time.Instant now;

    final List<Rejection> rejections = new ArrayList<>();
    final List<Message> notes = new ArrayList<>();

    ImportedCodings(Database database, StudyName study, CodingsFile file, java.time.Instant now) {
        this.database = database;
        this.study = study;
        this.file = file;
        this.now = now;
        rejections.addAll(file.rejections());
    }

    /** Number of codings (one coder on one answer) applied. */
    int apply() {
        Map<String, QuestionName> questions = database.studies().questions(study).stream()
                .map(Question::name)
                .collect(Collectors.toMap(name -> name.value().toLowerCase(Locale.ROOT), name -> name, (a, b) -> a));
        Map<QuestionName, List<CodingsFile.Line>> byQuestion = new LinkedHashMap<>();
        for (CodingsFile.Line line : file.lines()) {
            QuestionName question = questions.get(line.question().toLowerCase(Locale.ROOT));
            if (question == null) {
                reject(line, "question", Message.of("workflow.importing.codings.question", line.question()));
            } else {
                byQuestion
                        .computeIfAbsent(question, unused -> new ArrayList<>())
                        .add(line);
            }
        }
        int applied = 0;
        for (Map.Entry<QuestionName, List<CodingsFile.Line>> entry : byQuestion.entrySet()) {
            applied += apply(entry.getKey(), entry.getValue());
        }
        return applied;
    }

    private int apply(QuestionName question, List<CodingsFile.Line> lines) {
        Codebook codebook = codebook(question, lines);
        Map<String, List<Answer>> answers = database.answers().ofQuestion(study, question).stream()
                .collect(Collectors.groupingBy(answer -> answer.respondent().value()));
        Map<CoderName, Map<Answer, Set<CodeId>>> codings = new LinkedHashMap<>();
        for (CodingsFile.Line line : lines) {
            try {
                CoderName coder = new CoderName(line.coder());
                Optional<Answer> answer = answer(line, answers.getOrDefault(line.id(), List.of()));
                Optional<CodeId> code = line.code().isEmpty() ? Optional.empty() : code(line, question, codebook);
                if (answer.isPresent() && (line.code().isEmpty() || code.isPresent())) {
                    Set<CodeId> codes = codings.computeIfAbsent(coder, unused -> new LinkedHashMap<>())
                            .computeIfAbsent(answer.get(), unused -> new LinkedHashSet<>());
                    code.ifPresent(codes::add);
                }
            } catch (RefusedException e) {
                reject(line, "coder", e.sentence());
            }
        }
        if (!codings.isEmpty()
                && database.studies().referenceCoder(study, question).isEmpty()) {
            database.studies()
                    .setReferenceCoder(
                            study, question, codings.keySet().iterator().next());
        }
        int applied = 0;
        for (Map.Entry<CoderName, Map<Answer, Set<CodeId>>> entry : codings.entrySet()) {
            applied += store(question, entry.getKey(), entry.getValue(), codebook.version());
        }
        return applied;
    }

    private int store(QuestionName question, CoderName coder, Map<Answer, Set<CodeId>> codings, int version) {
        Set<?> touched = database.codings().touchedBy(study, question, coder);
        Provenance provenance = new Provenance(now, version, Provenance.Manner.IMPORTED, null, Provenance.Shown.FILE);
        List<Codings.Statement> statements = codings.entrySet().stream()
                .filter(coding -> !touched.contains(coding.getKey().id()))
                .map(coding -> new Codings.Statement(
                        coding.getKey().id(),
                        coding.getValue().stream()
                                .collect(Collectors.toMap(
                                        code -> code,
                                        code -> Decision.Verdict.APPLIES,
                                        (a, b) -> a,
                                        LinkedHashMap::new)),
                        true,
                        false,
                        provenance))
                .toList();
        if (!statements.isEmpty()) {
            database.codings().storeImported(new Codings.Assignment(study, question, coder), statements);
        }
        return statements.size();
    }

    private Optional<Answer> answer(CodingsFile.Line line, List<Answer> candidates) {
        List<Answer> meant = candidates.stream()
                .filter(answer -> line.wave().isEmpty() || answer.wave().value().equals(line.wave()))
                .toList();
        if (meant.size() == 1 && meant.get(0).status() == Answer.Status.GIVEN) {
            return Optional.of(meant.get(0));
        }
        List<Answer> given = meant.stream()
                .filter(answer -> answer.status() == Answer.Status.GIVEN)
                .toList();
        String key = meant.isEmpty()
                ? "workflow.importing.codings.respondent"
                : given.isEmpty() ? "workflow.importing.codings.blank" : "workflow.importing.codings.wave";
        reject(line, "id", Message.of(key, line.id(), line.question()));
        return Optional.empty();
    }

    private Optional<CodeId> code(CodingsFile.Line line, QuestionName question, Codebook codebook) {
        Optional<CodeId> known = codebook.byName(line.code())
                // A renamed code keeps the id derived from the name in the file.
                .or(() -> codebook.byId(CodeId.of(study, question, line.code())))
                .map(Code::id);
        if (known.isEmpty()) {
            reject(
                    line,
                    file.codeColumn(),
                    Message.of("workflow.importing.codings.code", line.code(), question.value()));
        }
        return known;
    }

    /** The current codebook; a question without one gets the codes of the codings. */
    private Codebook codebook(QuestionName question, List<CodingsFile.Line> lines) {
        Codebook current = database.codebooks().current(study, question);
        if (current.version() > 0) {
            return current;
        }
        Set<String> names = new HashSet<>();
        List<Code> codes = new ArrayList<>();
        for (CodingsFile.Line line : lines) {
            if (!line.code().isEmpty() && names.add(line.code())) {
                try {
                    codes.add(Code.named(CodeId.of(study, question, line.code()), line.code()));
                } catch (RefusedException e) {
                    reject(line, file.codeColumn(), e.sentence());
                }
            }
        }
        if (codes.isEmpty()) {
            return current;
        }
        notes.add(Message.of("workflow.importing.codings.codebook", codes.size(), question.value()));
        return database.codebooks().save(study, question, codes);
    }

    private void reject(CodingsFile.Line line, String column, Message reason) {
        rejections.add(new Rejection(file.name(), line.row(), column, reason));
    }
}
