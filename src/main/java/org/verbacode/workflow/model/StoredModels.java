package org.verbacode.workflow.model;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.verbacode.coding.ModelName;
import org.verbacode.exchange.model.ModelFolder;
import org.verbacode.learning.LearnedAnswer;
import org.verbacode.learning.Model;
import org.verbacode.learning.ModelCard;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;

/** The model versions in the folder of a workspace, by name. */
public final class StoredModels {
    private final Path models;

    public StoredModels(Path models) {
        this.models = models;
    }

    public List<ModelName> names() {
        return ModelFolder.list(models);
    }

    /** @throws RefusedException if there is no such version */
    public ModelCard card(ModelName name) {
        ModelCard card = ModelFolder.card(folder(name));
        if (!card.model().equals(name.value())) {
            throw new RefusedException(Message.of("workflow.model.renamed", name.value(), card.model()));
        }
        return card;
    }

    /** The answers that a version learned; empty if it does not list them. */
    public List<LearnedAnswer> answers(ModelName name) {
        return ModelFolder.answers(folder(name));
    }

    /**
     * The model of a version for a question.
     *
     * @throws RefusedException if there is no such version, or it was trained on another question
     */
    public Model of(StudyName study, QuestionName question, ModelName name) {
        ModelCard card = card(name);
        if (!card.study().equals(study.value()) || !card.question().equals(question.value())) {
            throw new RefusedException(
                    Message.of("workflow.model.other", name.value(), card.question(), card.study(), question.value()));
        }
        return ModelFolder.read(folder(name));
    }

    /**
     * A model by name, or from any folder.
     *
     * @param nameOrFolder a name has precedence
     * @throws RefusedException if there is neither
     */
    Model read(String nameOrFolder) {
        return ModelFolder.read(place(nameOrFolder));
    }

    /**
     * The folder of a version.
     *
     * @param nameOrPath a name if there is one, else its folder, or its card
     * @throws RefusedException if there is none, or a file is no card
     */
    Path place(String nameOrPath) {
        Path card = cardFile(nameOrPath);
        Path folder = card.getParent();
        if (folder == null || !card.endsWith(ModelFolder.CARD)) {
            throw new RefusedException(Message.of("workflow.model.no-card", nameOrPath));
        }
        return folder;
    }

    /**
     * The card file of a version.
     *
     * @param nameOrPath a name if there is one, else its folder, or its card under any file name
     * @throws RefusedException if there is none, or the file cannot be a card
     */
    Path cardFile(String nameOrPath) {
        return names().stream()
                .filter(known -> known.value().equals(nameOrPath))
                .findFirst()
                .map(known -> folder(known).resolve(ModelFolder.CARD))
                .orElseGet(() -> cardElsewhere(nameOrPath));
    }

    private Path cardElsewhere(String folderOrCard) {
        try {
            Path path = Path.of(folderOrCard).toAbsolutePath();
            if (Files.isDirectory(path)) {
                return path.resolve(ModelFolder.CARD);
            }
            if (Files.exists(path)) {
                if (!path.toString().endsWith(".json")) {
                    throw new RefusedException(Message.of("workflow.model.no-card", folderOrCard));
                }
                return path;
            }
        } catch (InvalidPathException e) {
            throw new RefusedException(Message.of("workflow.model.unknown", folderOrCard, models), e);
        }
        throw new RefusedException(Message.of("workflow.model.unknown", folderOrCard, models));
    }

    private Path folder(ModelName name) {
        if (!names().contains(name)) {
            throw new RefusedException(Message.of("workflow.model.unknown", name.value(), models));
        }
        return models.resolve(name.value());
    }
}
