package org.verbacode.workflow.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.verbacode.coding.ModelName;
import org.verbacode.learning.ModelCard;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;

/** Lists the model versions of a workspace and chooses which one suggests. */
public final class ChooseModel {
    private final Workspace workspace;
    private final StoredModels storedModels;

    public ChooseModel(Workspace workspace) {
        this.workspace = workspace;
        this.storedModels = new StoredModels(workspace.models());
    }

    /**
     * Summary of a version.
     *
     * @param inUse whether it suggests for its question
     */
    public record Version(ModelCard card, boolean inUse) {}

    /** All versions with a readable card, by name. */
    public List<Version> all() {
        return storedModels.names().stream()
                .filter(name -> damage(name).isEmpty())
                .map(this::one)
                .toList();
    }

    /** The problems of versions whose cards cannot be read. */
    public List<Message> damages() {
        return storedModels.names().stream()
                .flatMap(name -> damage(name).stream())
                .toList();
    }

    private Optional<Message> damage(ModelName name) {
        try {
            storedModels.card(name);
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of(e.sentence());
        }
    }

    /** The versions of a question, newest first. */
    public List<Version> of(StudyName study, QuestionName question) {
        return all().stream()
                .filter(version -> version.card().study().equals(study.value())
                        && version.card().question().equals(question.value()))
                .sorted(Comparator.comparing((Version version) -> version.card().trained())
                        .reversed())
                .toList();
    }

    /** @throws RefusedException if there is no such version */
    public Version one(ModelName name) {
        ModelCard card = storedModels.card(name);
        Optional<String> inUse = workspace
                .database()
                .studies()
                .currentModel(new StudyName(card.study()), new QuestionName(card.question()));
        return new Version(card, inUse.equals(Optional.of(name.value())));
    }

    /**
     * Makes a version suggest for its question; existing suggestions stay until the next run.
     *
     * @throws RefusedException if there is no such version, or its study or question is not in the workspace
     */
    public ModelCard use(ModelName name) {
        ModelCard card = storedModels.card(name);
        StudyName study = new StudyName(card.study());
        QuestionName question = new QuestionName(card.question());
        new ListStudies(workspace).question(study, question);
        storedModels.of(study, question, name);
        workspace.database().studies().setCurrentModel(study, question, name.value());
        return card;
    }
}
