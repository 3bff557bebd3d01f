package org.verbacode.workflow.codebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CodeRelation;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CodebookEdit;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;

/**
 * Plans changes of a question's codebook, each with a preview. Nothing is stored before {@link ApplyChange}. Past codings are
 * never rewritten: merges and splits leave relations by which they are mapped.
 */
public final class PlanChange {
    private final Database database;
    private final StudyName study;
    private final QuestionName question;
    private final Codebook current;
    private final CodeUse.Uses uses;
    private final CodeIds ids;

    /** @throws RefusedException if there is no such study or question */
    public PlanChange(Workspace workspace, StudyName study, QuestionName question) {
        new ListStudies(workspace).question(study, question);
        this.database = workspace.database();
        this.study = study;
        this.question = question;
        this.current = database.codebooks().current(study, question);
        this.uses = new CodeUse(workspace).of(study, question);
        this.ids = new CodeIds(database, study, question);
    }

    /** A new code; the other texts are those of the given one. */
    public CodebookChange add(Code code) {
        refuseTaken(code.name(), Set.of());
        List<Code> codes = new ArrayList<>(current.codes());
        codes.add(code.withId(ids.free(code.name())));
        return change(CodebookEdit.ADD, codes, List.of(), Message.of("workflow.codebook.plan.add", code.name()));
    }

    /** Another name for a code, which keeps its codings. */
    public CodebookChange rename(String name, String to) {
        Code code = code(name);
        Code renamed = code.withName(to);
        refuseTaken(renamed.name(), Set.of(code.id()));
        return change(
                CodebookEdit.RENAME,
                replaced(renamed),
                List.of(),
                Message.of("workflow.codebook.plan.rename", code.name(), renamed.name(), uses.of(code.id())));
    }

    /** Other texts, theme or colour of a code of the same id. */
    public CodebookChange edit(Code changed) {
        Code code = code(changed.id());
        refuseTaken(changed.name(), Set.of(code.id()));
        return change(
                CodebookEdit.EDIT,
                replaced(changed),
                List.of(),
                Message.of("workflow.codebook.plan.edit", code.name()));
    }

    /** Another definition of a code. */
    public CodebookChange define(CodeId id, String definition) {
        return edit(code(id).withDefinition(definition.strip()));
    }

    private Code code(CodeId id) {
        return current.byId(id).orElseThrow(() -> new RefusedException(Message.of("workflow.model.code.unknown")));
    }

    /** A code with an answer as a further example. */
    public CodebookChange example(CodeId id, AnswerId answer) {
        Code code = code(id);
        String text = database.answers()
                .find(answer)
                .map(Answer::text)
                .orElseThrow(() -> new RefusedException(Message.of("workflow.answer.unknown")));
        return edit(code.withExamples(code.examples().isEmpty() ? text : code.examples() + "\n" + text));
    }

    /** One code in place of several: it applies where one of them does. */
    public CodebookChange merge(List<String> names, String into) {
        List<Code> parts = new LinkedHashSet<>(names).stream().map(this::code).toList();
        if (parts.size() < 2) {
            throw new RefusedException(Message.of("workflow.codebook.plan.merge.two"));
        }
        Set<CodeId> gone = parts.stream().map(Code::id).collect(Collectors.toSet());
        refuseTaken(into, gone);
        Code first = parts.get(0);
        Code whole = new Code(
                ids.free(into),
                into,
                first.theme(),
                joined(parts, Code::definition, " "),
                joined(parts, Code::include, ", "),
                joined(parts, Code::exclude, " ; "),
                joined(parts, Code::examples, "\n"),
                first.colour());
        List<Code> codes = new ArrayList<>();
        for (Code code : current.codes()) {
            if (code.id().equals(first.id())) {
                codes.add(whole);
            } else if (!gone.contains(code.id())) {
                codes.add(code);
            }
        }
        List<CodeId> of = parts.stream().map(Code::id).toList();
        return change(
                CodebookEdit.MERGE,
                codes,
                of.stream()
                        .map(part -> new CodeRelation(current.version() + 1, whole.id(), part))
                        .toList(),
                Message.of(
                        "workflow.codebook.plan.merge",
                        quoted(parts),
                        whole.name(),
                        uses.ofAny(of).size(),
                        uses.ofSeveral(of).size()));
    }

    /** Several codes in place of one: they are not considered on the answers that bear it. */
    public CodebookChange split(String name, List<String> into) {
        Code whole = code(name);
        List<String> names =
                List.copyOf(new LinkedHashSet<>(into.stream().map(String::strip).toList()));
        if (names.size() < 2) {
            throw new RefusedException(Message.of("workflow.codebook.plan.split.two"));
        }
        names.forEach(part -> refuseTaken(part, Set.of(whole.id())));
        List<Code> parts = names.stream()
                .map(part -> new Code(ids.free(part), part, whole.theme(), "", "", whole.exclude(), "", whole.colour()))
                .toList();
        List<Code> codes = new ArrayList<>();
        for (Code code : current.codes()) {
            if (code.id().equals(whole.id())) {
                codes.addAll(parts);
            } else {
                codes.add(code);
            }
        }
        return change(
                CodebookEdit.SPLIT,
                codes,
                parts.stream()
                        .map(part -> new CodeRelation(current.version() + 1, whole.id(), part.id()))
                        .toList(),
                Message.of("workflow.codebook.plan.split", whole.name(), quoted(parts), uses.of(whole.id())));
    }

    /**
     * Another theme or place of a code.
     *
     * @param theme null to keep it, empty for none
     * @param before the code that will follow it; null for the end of the theme
     */
    public CodebookChange move(String name, @Nullable String theme, @Nullable String before) {
        Code code = code(name);
        Code next = before == null ? null : code(before);
        String wanted =
                theme == null ? (next == null ? code.theme() : next.theme()) : theme.isBlank() ? null : theme.strip();
        List<Code> codes = new ArrayList<>(current.codes());
        codes.remove(code);
        codes.add(next == null ? endOf(codes, wanted) : codes.indexOf(next), code.in(wanted));
        List<String> themes = new ArrayList<>(current.byTheme().keySet());
        codes.sort(Comparator.comparing(other -> place(themes, other)));
        return change(
                CodebookEdit.MOVE,
                codes,
                List.of(),
                Message.of("workflow.codebook.plan.move", code.name(), wanted == null ? "–" : wanted));
    }

    /** The place of a code's theme among themes; new ones come last, codes without a theme after them. */
    private static int place(List<String> themes, Code code) {
        String theme = code.theme();
        int place = theme == null ? Integer.MAX_VALUE : themes.indexOf(theme);
        return place < 0 ? themes.size() : place;
    }

    /** The place after the last code of a theme. */
    static int endOf(List<Code> codes, @Nullable String theme) {
        for (int i = codes.size(); i > 0; i--) {
            if (Objects.equals(codes.get(i - 1).theme(), theme)) {
                return i;
            }
        }
        return codes.size();
    }

    /** A code leaves counts and training; its codings stay in the history. */
    public CodebookChange retire(String name) {
        Code code = code(name);
        return change(
                CodebookEdit.RETIRE,
                current.codes().stream().filter(other -> !other.equals(code)).toList(),
                List.of(),
                Message.of("workflow.codebook.plan.retire", code.name(), uses.of(code.id())));
    }

    /** The codes of a file: known names keep their ids and codings, missing ones are retired, new ones are added. */
    public CodebookChange replace(List<Code> wanted) {
        List<Code> codes = wanted.stream()
                .map(code ->
                        code.withId(current.byName(code.name()).map(Code::id).orElseGet(() -> ids.free(code.name()))))
                .toList();
        Set<CodeId> kept = codes.stream().map(Code::id).collect(Collectors.toSet());
        List<Code> gone = current.codes().stream()
                .filter(code -> !kept.contains(code.id()))
                .toList();
        long added =
                codes.stream().filter(code -> current.byId(code.id()).isEmpty()).count();
        List<Message> preview = new ArrayList<>();
        preview.add(Message.of("workflow.codebook.plan.replace", codes.size(), added));
        gone.forEach(code -> preview.add(Message.of("workflow.codebook.plan.retire", code.name(), uses.of(code.id()))));
        return new CodebookChange(study, question, current.version(), CodebookEdit.IMPORT, codes, List.of(), preview);
    }

    private CodebookChange change(CodebookEdit kind, List<Code> codes, List<CodeRelation> relations, Message preview) {
        return new CodebookChange(study, question, current.version(), kind, codes, relations, List.of(preview));
    }

    private Code code(String name) {
        return current.byName(name)
                .orElseThrow(() -> new RefusedException(Message.of(
                        "workflow.codebook.plan.unknown",
                        name.strip(),
                        question.value(),
                        current.codes().stream().map(Code::name).collect(Collectors.joining(", ")))));
    }

    private void refuseTaken(String name, Set<CodeId> except) {
        current.byName(name).filter(code -> !except.contains(code.id())).ifPresent(code -> {
            throw new RefusedException(Message.of("workflow.codebook.plan.present", code.name()));
        });
    }

    private List<Code> replaced(Code by) {
        return current.codes().stream()
                .map(code -> code.id().equals(by.id()) ? by : code)
                .toList();
    }

    private static String joined(List<Code> codes, Function<Code, String> text, String between) {
        return codes.stream()
                .map(text)
                .filter(part -> !part.isBlank())
                .distinct()
                .collect(Collectors.joining(between));
    }

    private static String quoted(List<Code> codes) {
        return codes.stream().map(Code::name).collect(Collectors.joining(" + "));
    }
}
