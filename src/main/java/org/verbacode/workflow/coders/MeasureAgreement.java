package org.verbacode.workflow.coders;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Provenance.Manner;
import org.verbacode.coding.Round;
import org.verbacode.results.agreement.CodeAgreement;
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
 * Measures how far coders agree. Only what was decided blind is compared; imported codings, of which this is not known, are
 * compared when their coders are named. Answers that one of the coders codes in a round that is not finished are left out.
 */
public final class MeasureAgreement {
    private static final int TWO = 2;

    private final Workspace workspace;
    private final Database database;

    public MeasureAgreement(Workspace workspace) {
        this.workspace = workspace;
        this.database = workspace.database();
    }

    /**
     * The agreement of some coders.
     *
     * @param coders in the order of the 2 × 2 tables
     * @param answers number of answers that at least two of them have finished
     * @param microF1 of the first coder against the second, over all codes; empty for more coders
     * @param alphaMasi Krippendorff's alpha of whole code sets with MASI distance
     * @param codes in the order of the codebook
     * @param differences the answers on which they differ and whose codes may be seen, in the order of the file
     * @param imported whether imported codings were compared
     */
    public record Agreement(
            List<CoderName> coders,
            int answers,
            OptionalDouble microF1,
            OptionalDouble alphaMasi,
            Map<Code, CodeAgreement> codes,
            List<Difference> differences,
            boolean imported) {
        public Agreement {
            coders = List.copyOf(coders);
            differences = List.copyOf(differences);
        }
    }

    /**
     * An answer that coders code differently.
     *
     * @param codes of each who considered it, in the order of the coders
     */
    public record Difference(Answer answer, List<CodedBy> codes) {
        public Difference {
            codes = List.copyOf(codes);
        }
    }

    /** The codes that a coder, or a model, gives an answer. */
    public record CodedBy(CoderName coder, List<Code> codes) {
        public CodedBy {
            codes = List.copyOf(codes);
        }
    }

    /**
     * Compares coders.
     *
     * @param coders to be compared, imported codings included; empty for all with blind codings
     * @param round only its answers; null for all
     * @throws RefusedException if there is no such question, a coder has no coding, or there are not two
     */
    public Agreement run(StudyName study, QuestionName question, List<CoderName> coders, @Nullable Round round) {
        new ListStudies(workspace).question(study, question);
        if (round != null
                && !(round.draw().study().equals(study)
                        && round.draw().question().equals(question))) {
            throw new RefusedException(Message.of("workflow.coders.agreement.round", round.name(), question.value()));
        }
        Set<Manner> manners = coders.isEmpty() || round != null
                ? EnumSet.of(Manner.BLIND)
                : EnumSet.of(Manner.BLIND, Manner.IMPORTED);
        OpenRounds open = OpenRounds.of(workspace, study, question);
        Predicate<AnswerId> isAsked =
                round == null ? answer -> true : Set.copyOf(round.draw().answers())::contains;
        Map<CoderName, Map<AnswerId, Coding>> codings = new HashMap<>();
        for (Coding coding : database.codings().ofQuestion(study, question, manners)) {
            boolean compared =
                    coding.finished() && !coding.coder().equals(CoderName.AGREED) && isAsked.test(coding.answer());
            if (compared) {
                codings.computeIfAbsent(coding.coder(), unused -> new HashMap<>())
                        .put(coding.answer(), coding);
            }
        }
        List<CoderName> compared = compared(question, coders, round, codings);
        List<Answer> answers = database.answers().given(study, question).stream()
                .filter(answer -> !open.isCodedBy(answer.id(), compared))
                .filter(answer -> compared.stream()
                                .filter(coder -> of(codings, coder).containsKey(answer.id()))
                                .count()
                        >= TWO)
                .toList();
        List<Map<AnswerId, Map<CodeId, Boolean>>> verdicts =
                compared.stream().map(coder -> considered(of(codings, coder))).toList();
        return new ComparedCodings(compared, verdicts)
                .over(
                        answers,
                        database.codebooks().current(study, question),
                        open.answers(),
                        compared.stream()
                                .flatMap(coder -> of(codings, coder).values().stream())
                                .anyMatch(coding -> coding.manner() == Manner.IMPORTED));
    }

    private static Map<AnswerId, Map<CodeId, Boolean>> considered(Map<AnswerId, Coding> codings) {
        Map<AnswerId, Map<CodeId, Boolean>> considered = new HashMap<>();
        codings.forEach((answer, coding) -> considered.put(answer, coding.considered()));
        return considered;
    }

    private static Map<AnswerId, Coding> of(Map<CoderName, Map<AnswerId, Coding>> codings, CoderName coder) {
        return codings.getOrDefault(coder, Map.of());
    }

    /** The coders asked for, else those of the round, else all who coded blind. */
    private static List<CoderName> compared(
            QuestionName question,
            List<CoderName> asked,
            @Nullable Round round,
            Map<CoderName, Map<AnswerId, Coding>> codings) {
        List<CoderName> all = codings.keySet().stream()
                .sorted(Comparator.comparing(CoderName::value))
                .toList();
        List<CoderName> compared = List.copyOf(new LinkedHashSet<>(asked));
        if (compared.isEmpty()) {
            compared = round == null || round.coders().isEmpty() ? all : round.coders();
        }
        for (CoderName coder : asked) {
            if (!codings.containsKey(coder)) {
                throw new RefusedException(Message.of(
                        "workflow.coders.agreement.coder",
                        coder.value(),
                        question.value(),
                        all.stream().map(CoderName::value).collect(Collectors.joining(", "))));
            }
        }
        if (compared.size() < TWO) {
            throw new RefusedException(Message.of("workflow.coders.agreement.two", question.value()));
        }
        return compared;
    }
}
