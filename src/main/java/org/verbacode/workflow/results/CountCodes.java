package org.verbacode.workflow.results;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Suggestion;
import org.verbacode.language.AnswerContent;
import org.verbacode.results.CodedAnswer;
import org.verbacode.results.CodedAnswer.Source;
import org.verbacode.results.Frequencies;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Question;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.codebook.EditCodebook;

/** Counts the codes of a question by wave: the codings that count, and suggestions separately. */
public final class CountCodes {
    private final Workspace workspace;

    public CountCodes(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The counts of a question.
     *
     * @param notice a label on the study's figures, such as "Données inventées"; empty for none
     * @param coders whose codings count
     */
    public record Counted(Question question, String notice, Set<String> coders, Frequencies frequencies) {
        public Counted {
            coders = Collections.unmodifiableSet(new LinkedHashSet<>(coders));
        }
    }

    /**
     * Counts under the current version of the codebook.
     *
     * @throws RefusedException if there is no such study or question
     */
    public Counted of(StudyName study, QuestionName name) {
        return of(study, name, null);
    }

    /**
     * Counts under a version of the codebook; codings and suggestions are mapped to its codes.
     *
     * @param version null for the current one
     * @throws RefusedException if there is no such study, question or version
     */
    public Counted of(StudyName study, QuestionName name, @Nullable Integer version) {
        Question question = new ListStudies(workspace).question(study, name);
        Database database = workspace.database();
        EditCodebook codebooks = new EditCodebook(workspace);
        Codebook codebook = version == null ? codebooks.current(study, name) : codebooks.version(study, name, version);
        List<Coding> codings = database.codings().counting(study, name, codebook.version());
        Map<AnswerId, Coding> people =
                codings.stream().collect(Collectors.toMap(Coding::answer, coding -> coding, (one, other) -> one));
        Map<AnswerId, Map<CodeId, Boolean>> model =
                proposed(database.suggestions().ofQuestion(study, name, codebook.version()), codebook);
        List<CodedAnswer> answers = database.answers().given(study, name).stream()
                .map(answer -> coded(answer, people.get(answer.id()), model.get(answer.id()))
                        .saying(AnswerContent.of(answer.text())))
                .toList();
        return new Counted(
                question,
                database.studies().notice(study),
                codings.stream()
                        .map(coding -> coding.coder().value())
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                Frequencies.of(codebook, database.studies().waves(study), answers));
    }

    private static CodedAnswer coded(Answer answer, @Nullable Coding people, @Nullable Map<CodeId, Boolean> model) {
        if (people != null) {
            return CodedAnswer.by(Source.PEOPLE, answer.wave(), people.considered());
        }
        return model != null
                ? CodedAnswer.by(Source.MODEL, answer.wave(), model)
                : CodedAnswer.by(Source.NOBODY, answer.wave(), Map.of());
    }

    /** An answer with predictions is a key even if no code is suggested. */
    private static Map<AnswerId, Map<CodeId, Boolean>> proposed(
            Map<AnswerId, List<Suggestion>> suggestions, Codebook codebook) {
        Map<AnswerId, Map<CodeId, Boolean>> proposed = new HashMap<>();
        suggestions.forEach((answer, ofAnswer) -> proposed.put(
                answer,
                ofAnswer.stream()
                        .filter(suggestion -> codebook.byId(suggestion.code()).isPresent())
                        .collect(Collectors.toMap(Suggestion::code, Suggestion::proposed))));
        return proposed;
    }
}
