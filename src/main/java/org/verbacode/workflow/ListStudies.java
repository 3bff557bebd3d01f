package org.verbacode.workflow;

import java.util.List;
import org.verbacode.store.Database;
import org.verbacode.study.Message;
import org.verbacode.study.Question;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;

/** Lists the studies of a workspace with their waves, questions and the progress of coding. */
public final class ListStudies {
    private final Database database;

    public ListStudies(Workspace workspace) {
        this.database = workspace.database();
    }

    /**
     * Summary of a study.
     *
     * @param notice a label on all its figures, such as "Données inventées"; empty for none
     */
    public record Glance(StudyName name, String notice, List<WaveName> waves, List<QuestionGlance> questions) {
        public Glance {
            waves = List.copyOf(waves);
            questions = List.copyOf(questions);
        }
    }

    /**
     * Summary of an open question.
     *
     * @param given number of answers given by respondents
     * @param coded number of these that somebody has finished coding
     * @param codes number of codes in its codebook
     */
    public record QuestionGlance(Question question, int given, int coded, int codes) {}

    /** All studies, by name. */
    public List<Glance> all() {
        return database.studies().list().stream().map(this::glance).toList();
    }

    private Glance glance(StudyName study) {
        return new Glance(
                study,
                database.studies().notice(study),
                database.studies().waves(study),
                database.studies().questions(study).stream().map(this::glance).toList());
    }

    private QuestionGlance glance(Question question) {
        return new QuestionGlance(
                question,
                database.answers().given(question.study(), question.name()).size(),
                database.codings().counting(question.study(), question.name()).size(),
                database.codebooks()
                        .current(question.study(), question.name())
                        .codes()
                        .size());
    }

    /**
     * The open questions of a study.
     *
     * @throws RefusedException if there is no such study
     */
    public List<Question> questions(StudyName study) {
        if (!database.studies().exists(study)) {
            throw new RefusedException(Message.of("workflow.study.unknown", study.value()));
        }
        return database.studies().questions(study);
    }

    /** The waves of a study, by name. */
    public List<WaveName> waves(StudyName study) {
        return database.studies().waves(study);
    }

    /**
     * One open question of a study.
     *
     * @throws RefusedException if there is no such study or question
     */
    public Question question(StudyName study, QuestionName name) {
        List<Question> questions = questions(study);
        return questions.stream()
                .filter(question -> question.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Message.of(
                        "workflow.question.unknown",
                        study.value(),
                        name.value(),
                        String.join(
                                ", ",
                                questions.stream()
                                        .map(question -> question.name().value())
                                        .toList()))));
    }
}
