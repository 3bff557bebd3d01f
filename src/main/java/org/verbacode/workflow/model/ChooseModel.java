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

/** Shows the model versions of a workspace and says which one suggests. */
public final class ChooseModel {
    private final Workspace workspace;
    private final StoredModels shelf;

    public ChooseModel(Workspace workspace) {
        this.workspace = workspace;
        this.shelf = new StoredModels(workspace.models());
    }

    /**
     * A version at a glance.
     *
     * @param inUse whether it is the one that suggests for its question
     */
    public record Version(ModelCard card, boolean inUse) {}

    /** Every version whose card can be read, by name. */
    public List<Version> all() {
        return shelf.names().stream()
                .filter(name -> damage(name).isEmpty())
                .map(this::one)
                .toList();
    }

    /** What is wrong with the versions whose cards cannot be read. */
    public List<Message> damages() {
        return shelf.names().stream().flatMap(name -> damage(name).stream()).toList();
    }

    private Optional<Message> damage(ModelName name) {
        try {
            shelf.card(name);
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of(e.sentence());
        }
    }

    /** The versions that learned to code a question, the newest first. */
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
        ModelCard card = shelf.card(name);
        Optional<String> inUse = workspace
                .database()
                .studies()
                .currentModel(new StudyName(card.study()), new QuestionName(card.question()));
        return new Version(card, inUse.equals(Optional.of(name.value())));
    }

    /**
     * Lets a version suggest for its question from now on; what another suggested stays until the next suggestions.
     *
     * @throws RefusedException if there is no such version, or its study or question is not here
     */
    public ModelCard use(ModelName name) {
        ModelCard card = shelf.card(name);
        StudyName study = new StudyName(card.study());
        QuestionName question = new QuestionName(card.question());
        new ListStudies(workspace).question(study, question);
        shelf.of(study, question, name);
        workspace.database().studies().setCurrentModel(study, question, name.value());
        return card;
    }
}
