package org.verbacode.workflow.studies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.verbacode.coding.Coding;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.Message;
import org.verbacode.study.Question;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.search.SearchAnswers;

/** Describes the studies of a workspace in figures, and deletes studies. */
public final class DescribeStudies {
    private final Workspace workspace;
    private final Database database;

    public DescribeStudies(Workspace workspace) {
        this.workspace = workspace;
        database = workspace.database();
    }

    /**
     * Figures of a study.
     *
     * @param notice a label on all its figures; empty for none
     * @param respondents by wave
     */
    public record Description(StudyName study, String notice, Map<WaveName, Long> respondents, List<Asked> questions) {
        public Description {
            questions = List.copyOf(questions);
        }
    }

    /**
     * Figures of an open question.
     *
     * @param given number of answers with a text, by wave
     * @param blank number of empty answers, by wave
     * @param codes number of current codes
     * @param coded number of finished codings by coder
     */
    public record Asked(
            QuestionName name,
            Map<WaveName, Long> given,
            Map<WaveName, Long> blank,
            int codes,
            Map<String, Long> coded) {}

    /** All studies, by name. */
    public List<StudyName> list() {
        return database.studies().list();
    }

    /** @throws RefusedException if there is no such study */
    public Description show(StudyName study) {
        require(study);
        Map<WaveName, Long> respondents = new LinkedHashMap<>();
        database.answers().respondents(study).forEach(person -> respondents.merge(person.wave(), 1L, Long::sum));
        return new Description(
                study,
                database.studies().notice(study),
                respondents,
                database.studies().questions(study).stream().map(this::asked).toList());
    }

    private Asked asked(Question question) {
        List<Answer> answers = database.answers().ofQuestion(question.study(), question.name());
        return new Asked(
                question.name(),
                byWave(answers, Answer.Status.GIVEN),
                byWave(answers, Answer.Status.BLANK),
                database.codebooks()
                        .current(question.study(), question.name())
                        .codes()
                        .size(),
                database.codings().ofQuestion(question.study(), question.name()).stream()
                        .filter(Coding::finished)
                        .collect(Collectors.groupingBy(
                                coding -> coding.coder().value(), LinkedHashMap::new, Collectors.counting())));
    }

    private static Map<WaveName, Long> byWave(List<Answer> answers, Answer.Status status) {
        return answers.stream()
                .filter(answer -> answer.status() == status)
                .collect(Collectors.groupingBy(Answer::wave, LinkedHashMap::new, Collectors.counting()));
    }

    /**
     * Deletes a study with its answers, codebooks and codings.
     *
     * @throws RefusedException if there is no such study
     */
    public void delete(StudyName study) {
        require(study);
        database.studies().delete(study);
        SearchAnswers.forget(workspace, study);
    }

    private void require(StudyName study) {
        if (!database.studies().exists(study)) {
            throw new RefusedException(Message.of("workflow.study.unknown", study.value()));
        }
    }
}
