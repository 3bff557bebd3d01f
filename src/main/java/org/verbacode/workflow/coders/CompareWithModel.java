package org.verbacode.workflow.coders;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CodeMapping;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.FrozenLabels;
import org.verbacode.coding.ModelName;
import org.verbacode.coding.Provenance.Manner;
import org.verbacode.coding.Round;
import org.verbacode.coding.Suggestion;
import org.verbacode.learning.LearnedAnswer;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.coders.MeasureAgreement.Agreement;
import org.verbacode.workflow.model.StoredModels;

/**
 * Compares what people coded blind with what the model in use proposes, on answers that it has not learned from; for a
 * round, with what the model of that time proposed before the answers were coded.
 */
public final class CompareWithModel {
    private static final CoderName PEOPLE = new CoderName("people");

    private final Workspace workspace;
    private final Database database;

    public CompareWithModel(Workspace workspace) {
        this.workspace = workspace;
        this.database = workspace.database();
    }

    /**
     * The agreement of people and model.
     *
     * @param person whose codings are compared; empty for those that count: the agreed one, else the reference coder's,
     *     else the first by name
     * @param agreement of the person, first, and the model, second
     * @param leftOut number of answers coded blind that are not compared, as the model could know their codes: it has
     *     learned from them, or, for a round, they were coded before the draw
     */
    public record WithModel(Optional<CoderName> person, ModelName model, Agreement agreement, int leftOut) {}

    /**
     * Compares people with the model.
     *
     * @param person null for the codings that count
     * @param round only its answers, and the labels that were frozen when it was drawn; null for the model in use
     * @throws RefusedException if there is no such question, no model, or the person has coded nothing blind
     */
    public WithModel run(StudyName study, QuestionName question, @Nullable CoderName person, @Nullable Round round) {
        new ListStudies(workspace).question(study, question);
        ModelName model = model(study, question, round);
        Map<AnswerId, Map<CodeId, Boolean>> people = people(study, question, person);
        Codebook codebook = database.codebooks().current(study, question);
        Map<AnswerId, Map<CodeId, Boolean>> labels = round == null
                ? proposals(study, question, model)
                : mapped(study, question, codebook, frozen(round, people.keySet()));
        Set<AnswerId> asked = round == null
                ? people.keySet()
                : round.draw().answers().stream().filter(people::containsKey).collect(Collectors.toSet());
        Set<AnswerId> open = OpenRounds.of(workspace, study, question).answers();
        List<Answer> coded = database.answers().given(study, question).stream()
                .filter(answer -> asked.contains(answer.id()) && !open.contains(answer.id()))
                .toList();
        List<Answer> compared =
                coded.stream().filter(answer -> labels.containsKey(answer.id())).toList();
        CoderName first = person == null ? PEOPLE : person;
        CoderName second = new CoderName(model.value());
        Agreement agreement = new ComparedCodings(List.of(first, second), List.of(people, labels))
                .over(compared, codebook, open, false);
        return new WithModel(Optional.ofNullable(person), model, agreement, coded.size() - compared.size());
    }

    /** Frozen labels on the codes of the current codebook, by the same rule as people's codings. */
    private Map<AnswerId, Map<CodeId, Boolean>> mapped(
            StudyName study, QuestionName question, Codebook codebook, Map<AnswerId, Map<CodeId, Boolean>> labels) {
        CodeMapping mapping = new CodeMapping(database.codebooks().relations(study, question));
        Map<AnswerId, Map<CodeId, Boolean>> mapped = new HashMap<>();
        labels.forEach((answer, verdicts) -> mapped.put(answer, mapping.map(codebook.codes(), verdicts, Set.of())));
        return mapped;
    }

    private ModelName model(StudyName study, QuestionName question, @Nullable Round round) {
        Optional<ModelName> model = round == null
                ? database.studies().currentModel(study, question).map(ModelName::new)
                : Optional.ofNullable(round.model());
        return model.orElseThrow(() -> new RefusedException(
                round == null
                        ? Message.of("workflow.coders.agreement.model", question.value())
                        : Message.of("workflow.coders.agreement.model.round", round.name())));
    }

    /** The verdicts of one person, or of who counts, as far as they were given blind. */
    private Map<AnswerId, Map<CodeId, Boolean>> people(
            StudyName study, QuestionName question, @Nullable CoderName person) {
        Optional<CoderName> reference = database.studies().referenceCoder(study, question);
        Comparator<Coding> order = Comparator.comparing(
                        (Coding coding) -> !coding.coder().equals(CoderName.AGREED))
                .thenComparing(coding -> !Optional.of(coding.coder()).equals(reference))
                .thenComparing(coding -> coding.coder().value());
        Map<AnswerId, Map<CodeId, Boolean>> verdicts = new LinkedHashMap<>();
        database.codings().ofQuestion(study, question, EnumSet.of(Manner.BLIND)).stream()
                .filter(coding ->
                        coding.finished() && (person == null || coding.coder().equals(person)))
                .sorted(order)
                .forEach(coding -> verdicts.putIfAbsent(coding.answer(), coding.considered()));
        if (verdicts.isEmpty()) {
            throw new RefusedException(
                    person == null
                            ? Message.of("workflow.coders.agreement.blind", question.value())
                            : Message.of("workflow.coders.agreement.blind.coder", person.value(), question.value()));
        }
        return verdicts;
    }

    /** What the model in use proposes for the answers that it has not learned from; none if that is not recorded. */
    private Map<AnswerId, Map<CodeId, Boolean>> proposals(StudyName study, QuestionName question, ModelName model) {
        List<LearnedAnswer> learned = new StoredModels(workspace.models()).answers(model);
        Set<AnswerId> examples = learned.stream()
                .filter(LearnedAnswer::isExample)
                .map(LearnedAnswer::answer)
                .collect(Collectors.toSet());
        Map<AnswerId, Map<CodeId, Boolean>> proposals = new HashMap<>();
        if (examples.isEmpty()) {
            return proposals;
        }
        Map<AnswerId, ModelName> by = database.suggestions().models(study, question);
        database.suggestions().ofQuestion(study, question).forEach((answer, suggestions) -> {
            if (!examples.contains(answer) && model.equals(by.get(answer))) {
                proposals.put(
                        answer, suggestions.stream().collect(Collectors.toMap(Suggestion::code, Suggestion::proposed)));
            }
        });
        return proposals;
    }

    /** What the model proposed when a round was drawn, for the answers that nobody had coded before. */
    private Map<AnswerId, Map<CodeId, Boolean>> frozen(Round round, Set<AnswerId> coded) {
        List<CodeId> codes = database
                .codebooks()
                .version(round.draw().study(), round.draw().question(), round.codebookVersion())
                .codes()
                .stream()
                .map(Code::id)
                .toList();
        Map<AnswerId, FrozenLabels> population = database.rounds().population(round.id());
        Map<AnswerId, Map<CodeId, Boolean>> frozen = new HashMap<>();
        for (AnswerId answer : round.draw().answers()) {
            FrozenLabels labels = population.get(answer);
            if (labels != null && !labels.known() && coded.contains(answer) && isFirstCodedIn(round, answer)) {
                frozen.put(answer, codes.stream().collect(Collectors.toMap(code -> code, labels.codes()::contains)));
            }
        }
        return frozen;
    }

    /** Whether the labels of an answer were the model's: nobody had finished it before the draw. */
    private boolean isFirstCodedIn(Round round, AnswerId answer) {
        return database.codings().finishes(answer).stream()
                .noneMatch(finish -> finish.finished()
                        && finish.id().value().compareTo(round.id().value()) < 0);
    }
}
