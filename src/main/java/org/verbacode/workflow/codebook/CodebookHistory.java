package org.verbacode.workflow.codebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CodeRelation;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CodebookEdit;
import org.verbacode.store.Codebooks.Version;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;

/** The versions of a codebook with their differences in words. */
public final class CodebookHistory {
    private final Workspace workspace;

    public CodebookHistory(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * One version.
     *
     * @param author empty if unknown
     * @param changes its differences from the version before, in words
     */
    public record Step(int version, String author, Instant at, CodebookEdit kind, int codes, List<Message> changes) {
        public Step {
            changes = List.copyOf(changes);
        }
    }

    /** All versions of a question's codebook, oldest first. */
    public List<Step> of(StudyName study, QuestionName question) {
        new ListStudies(workspace).question(study, question);
        List<Step> steps = new ArrayList<>();
        Codebook before = Codebook.empty(question);
        Map<CodeId, String> ever = new HashMap<>();
        for (Version version : workspace.database().codebooks().history(study, question)) {
            List<Message> changes = new ArrayList<>();
            if (version.edit().kind() == CodebookEdit.UNDO) {
                changes.add(Message.of("workflow.codebook.history.undo", before.version()));
            }
            changes.addAll(differences(before, version, ever.keySet()));
            steps.add(new Step(
                    version.codebook().version(),
                    version.edit().author(),
                    version.at(),
                    version.edit().kind(),
                    version.codebook().codes().size(),
                    changes));
            before = version.codebook();
            before.codes().forEach(code -> ever.put(code.id(), code.name()));
        }
        return steps;
    }

    /** The version that brought a code, or last changed what it means: definition, include or exclude; 0 for none. */
    public int definedIn(StudyName study, QuestionName question, CodeId id) {
        int defined = 0;
        Code before = null;
        for (Version version : workspace.database().codebooks().history(study, question)) {
            Code now = version.codebook().byId(id).orElse(null);
            if (now != null && (before == null || !meansTheSame(before, now))) {
                defined = version.codebook().version();
            }
            before = now;
        }
        return defined;
    }

    private static boolean meansTheSame(Code old, Code code) {
        return old.definition().equals(code.definition())
                && old.include().equals(code.include())
                && old.exclude().equals(code.exclude());
    }

    private static List<Message> differences(Codebook before, Version version, Set<CodeId> ever) {
        Codebook after = version.codebook();
        List<Message> changes = new ArrayList<>();
        Set<CodeId> told = replacements(before, version, changes);
        List<Code> added = new ArrayList<>();
        for (Code code : after.codes()) {
            if (told.contains(code.id())) {
                continue;
            }
            before.byId(code.id()).ifPresentOrElse(old -> compare(old, code, changes), () -> {
                if (ever.contains(code.id())) {
                    changes.add(Message.of("workflow.codebook.history.restored", code.name()));
                } else {
                    added.add(code);
                }
            });
        }
        if (!added.isEmpty()) {
            changes.add(Message.of(
                    "workflow.codebook.history.added",
                    added.size(),
                    added.stream().map(Code::name).collect(Collectors.joining(", "))));
        }
        before.codes().stream()
                .filter(code ->
                        !told.contains(code.id()) && after.byId(code.id()).isEmpty())
                .forEach(code -> changes.add(Message.of("workflow.codebook.history.retired", code.name())));
        if (changes.isEmpty() && !order(before).equals(order(after))) {
            changes.add(Message.of("workflow.codebook.history.order"));
        }
        return changes;
    }

    /** Tells merges and splits; returns the codes that they explain. */
    private static Set<CodeId> replacements(Codebook before, Version version, List<Message> changes) {
        Codebook after = version.codebook();
        Set<CodeId> told = new HashSet<>();
        Set<CodeId> wholes = version.edit().relations().stream()
                .map(CodeRelation::whole)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        for (CodeId whole : wholes) {
            List<CodeId> parts = version.edit().relations().stream()
                    .filter(relation -> relation.whole().equals(whole))
                    .map(CodeRelation::part)
                    .toList();
            told.add(whole);
            told.addAll(parts);
            boolean isMerge = after.byId(whole).isPresent();
            Codebook ofParts = isMerge ? before : after;
            String names = parts.stream()
                    .flatMap(part -> ofParts.byId(part).stream())
                    .map(Code::name)
                    .collect(Collectors.joining(" + "));
            String name = (isMerge ? after : before).byId(whole).map(Code::name).orElse("");
            changes.add(Message.of(
                    isMerge ? "workflow.codebook.history.merged" : "workflow.codebook.history.split",
                    isMerge ? names : name,
                    isMerge ? name : names));
        }
        return told;
    }

    private static void compare(Code old, Code code, List<Message> changes) {
        if (!old.name().equals(code.name())) {
            changes.add(Message.of("workflow.codebook.history.renamed", old.name(), code.name()));
        }
        if (!Objects.equals(old.theme(), code.theme())) {
            changes.add(Message.of(
                    "workflow.codebook.history.theme",
                    code.name(),
                    Objects.requireNonNullElse(old.theme(), "–"),
                    Objects.requireNonNullElse(code.theme(), "–")));
        }
        if (!old.definition().equals(code.definition())) {
            changes.add(Message.of(
                    "workflow.codebook.history.definition", code.name(), old.definition(), code.definition()));
        }
        boolean otherTexts = !old.include().equals(code.include())
                || !old.exclude().equals(code.exclude())
                || !old.examples().equals(code.examples());
        if (otherTexts) {
            changes.add(Message.of("workflow.codebook.history.texts", code.name()));
        }
        if (!Objects.equals(old.colour(), code.colour())) {
            changes.add(Message.of("workflow.codebook.history.colour", code.name()));
        }
    }

    private static List<CodeId> order(Codebook codebook) {
        return codebook.codes().stream().map(Code::id).toList();
    }
}
