package org.verbacode.workflow.identities;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.verbacode.coding.ModelName;
import org.verbacode.exchange.model.ModelFolder;
import org.verbacode.language.Folding;
import org.verbacode.language.Identity;
import org.verbacode.language.Pseudonymiser;
import org.verbacode.learning.Model;
import org.verbacode.learning.ModelCard;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.Question;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.analysis.BatchAnalysis;
import org.verbacode.workflow.search.SearchAnswers;

/**
 * Pseudonymises a study: finds identifying spans in its answers, masks those that a researcher confirms, and purges
 * the originals on request.
 */
public final class MaskIdentities {
    private static final Message FINDING = Message.of("workflow.task.identities");
    private static final Message PURGING = Message.of("workflow.task.purging");
    /** Characters of context on each side of a span. */
    private static final int CONTEXT = 60;

    private static final int MIN_WORD_LENGTH = 3;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final Workspace workspace;
    private final Database database;

    public MaskIdentities(Workspace workspace) {
        this.workspace = workspace;
        this.database = workspace.database();
    }

    /**
     * An identifying span in its context.
     *
     * @param left text before it
     * @param right text after it
     */
    public record Find(Answer answer, Identity identity, String left, String right) {}

    /** A span that a researcher has confirmed. */
    public record Choice(AnswerId answer, Identity identity) {}

    /** All identifying spans of a study, by kind and then in the order of the answers: proposals to confirm. */
    public List<Find> find(StudyName study, Progress progress) {
        List<Answer> answers = given(study);
        Pseudonymiser pseudonymiser = new Pseudonymiser();
        Map<Identity.Kind, List<Find>> byKind = new EnumMap<>(Identity.Kind.class);
        progress.at(FINDING, 0, answers.size());
        for (int i = 0; i < answers.size(); i++) {
            for (Identity identity : pseudonymiser.find(answers.get(i).text())) {
                byKind.computeIfAbsent(identity.kind(), unused -> new ArrayList<>())
                        .add(inContext(answers.get(i), identity));
            }
            progress.at(FINDING, i + 1L, answers.size());
        }
        return byKind.values().stream().flatMap(List::stream).toList();
    }

    private static Find inContext(Answer answer, Identity identity) {
        String text = answer.text();
        int from = Math.max(0, identity.start() - CONTEXT);
        while (from > 0 && from < identity.start() && !Character.isWhitespace(text.charAt(from - 1))) {
            from++;
        }
        int to = Math.min(text.length(), identity.end() + CONTEXT);
        while (to < text.length() && to > identity.end() && !Character.isWhitespace(text.charAt(to))) {
            to--;
        }
        return new Find(
                answer,
                identity,
                (from > 0 ? "… " : "") + text.substring(from, identity.start()),
                text.substring(identity.end(), to) + (to < text.length() ? " …" : ""));
    }

    /**
     * Masks spans. A name has the same mask everywhere; originals are kept until they are purged.
     *
     * @return number of answers changed
     * @throws RefusedException if an answer is not of the study or has changed since, or two choices overlap
     */
    public int mask(StudyName study, List<Choice> choices) {
        List<Answer> answers = given(study);
        Map<AnswerId, Answer> byId = new LinkedHashMap<>();
        answers.forEach(answer -> byId.put(answer.id(), answer));
        Map<AnswerId, List<Identity>> chosen = new LinkedHashMap<>();
        for (Choice choice : choices) {
            Answer answer = byId.get(choice.answer());
            List<Identity> before = chosen.computeIfAbsent(choice.answer(), unused -> new ArrayList<>());
            if (answer == null || !stands(choice.identity(), answer.text(), before)) {
                throw new RefusedException(Message.of("workflow.identities.changed"));
            }
            before.add(choice.identity());
        }
        Pseudonymiser pseudonymiser = new Pseudonymiser(used(answers));
        Map<AnswerId, String> masked = new LinkedHashMap<>();
        byId.forEach((id, answer) -> {
            List<Identity> identities = chosen.get(id);
            if (identities != null) {
                masked.put(id, pseudonymiser.mask(answer.text(), identities));
            }
        });
        database.masks().store(masked);
        return masked.size();
    }

    /** Whether an identity is still in its place and no other overlaps it. */
    private static boolean stands(Identity identity, String text, List<Identity> others) {
        return text.startsWith(identity.text(), identity.start())
                && others.stream().noneMatch(other -> other.start() < identity.end() && identity.start() < other.end());
    }

    /** The highest number of each mask in use. */
    private static Map<Identity.Kind, Integer> used(List<Answer> answers) {
        Map<Identity.Kind, Integer> used = new EnumMap<>(Identity.Kind.class);
        for (Identity.Kind kind : Identity.Kind.values()) {
            Pattern mask = Pattern.compile("\\[" + kind.mask() + "(?: ([0-9]{1,6}))?\\]");
            for (Answer answer : answers) {
                Matcher matcher = mask.matcher(answer.text());
                while (matcher.find()) {
                    int number = matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
                    used.merge(kind, number, Math::max);
                }
            }
        }
        return used;
    }

    /** Number of original texts of masked answers that are still kept. */
    public int unmasked(StudyName study) {
        return database.masks().replaced(study).size();
    }

    /**
     * Purges the originals of all masked answers: from the database and its log, the index, the caches, and the
     * models that learned their words, whose cards record it.
     *
     * @return number of answers that lost their original
     */
    public int purge(StudyName study, Progress progress) {
        Set<String> gone = words(database.masks().replaced(study));
        gone.removeAll(words(given(study).stream().map(Answer::text).toList()));
        List<ModelName> models = ModelFolder.list(workspace.models());
        progress.at(PURGING, 0, models.size() + 1L);
        for (int i = 0; i < models.size(); i++) {
            forget(study, workspace.models().resolve(models.get(i).value()), gone);
            progress.at(PURGING, i + 1L, models.size() + 1L);
        }
        // The database goes last: an interrupted purge can be started again.
        SearchAnswers.forget(workspace, study);
        forgetReadings();
        int answers = database.masks().purge(study);
        database.scrub();
        return answers;
    }

    private void forget(StudyName study, Path folder, Set<String> words) {
        ModelCard card = ModelFolder.card(folder);
        if (card.study().equals(study.value())) {
            Model model = ModelFolder.read(folder);
            ModelFolder.replace(
                    model.without(words),
                    card.purgedAt(workspace.clock().instant().toString()),
                    ModelFolder.answers(folder),
                    workspace.models());
        }
    }

    private void forgetReadings() {
        try (Stream<Path> files =
                Files.isDirectory(workspace.cache()) ? Files.list(workspace.cache()) : Stream.empty()) {
            for (Path file : files.filter(BatchAnalysis::isCache).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new RefusedException(Message.of("workflow.folder", workspace.cache()), e);
        }
    }

    private static Set<String> words(Collection<String> texts) {
        Set<String> words = new HashSet<>();
        for (String text : texts) {
            Matcher matcher = WORD.matcher(Folding.fold(text));
            while (matcher.find()) {
                if (matcher.group().length() >= MIN_WORD_LENGTH) {
                    words.add(matcher.group());
                }
            }
        }
        return words;
    }

    private List<Answer> given(StudyName study) {
        List<Answer> given = new ArrayList<>();
        for (Question question : new ListStudies(workspace).questions(study)) {
            given.addAll(database.answers().given(study, question.name()));
        }
        return given;
    }
}
