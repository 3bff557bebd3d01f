package org.verbacode.workflow.coders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.coding.CoderName;
import org.verbacode.results.agreement.CodeAgreement;
import org.verbacode.results.agreement.Contingency;
import org.verbacode.results.agreement.KrippendorffAlpha;
import org.verbacode.results.agreement.Masi;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.workflow.coders.MeasureAgreement.Agreement;
import org.verbacode.workflow.coders.MeasureAgreement.CodedBy;
import org.verbacode.workflow.coders.MeasureAgreement.Difference;

/**
 * The verdicts of coders, people or a model, that are compared.
 *
 * @param coders in the order of the 2 × 2 tables
 * @param verdicts of each coder, in the same order: whether each code that was considered applies, by answer
 */
record ComparedCodings(List<CoderName> coders, List<Map<AnswerId, Map<CodeId, Boolean>>> verdicts) {
    ComparedCodings {
        coders = List.copyOf(coders);
        verdicts = List.copyOf(verdicts);
    }

    /**
     * The agreement on some answers.
     *
     * @param hidden the answers whose codes must not be shown
     * @param imported whether imported codings are among the compared ones
     */
    Agreement over(List<Answer> answers, Codebook codebook, Set<AnswerId> hidden, boolean imported) {
        Map<Code, CodeAgreement> codes = new LinkedHashMap<>();
        for (Code code : codebook.codes()) {
            codes.put(
                    code,
                    CodeAgreement.of(
                            answers.stream()
                                    .map(answer -> verdicts(answer, code))
                                    .toList(),
                            coders.size()));
        }
        List<List<Set<CodeId>>> sets = answers.stream()
                .map(answer -> verdicts.stream()
                        .flatMap(ofCoder -> Stream.ofNullable(ofCoder.get(answer.id())))
                        .map(considered -> applied(considered, codebook).stream()
                                .map(Code::id)
                                .collect(Collectors.toSet()))
                        .toList())
                .toList();
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            if (Set.copyOf(sets.get(i)).size() > 1 && !hidden.contains(answer.id())) {
                differences.add(difference(answer, codebook));
            }
        }
        return new Agreement(
                coders,
                answers.size(),
                microF1(codes),
                KrippendorffAlpha.of(sets, Masi::distance),
                codes,
                differences,
                imported);
    }

    private List<Optional<Boolean>> verdicts(Answer answer, Code code) {
        return verdicts.stream()
                .map(ofCoder ->
                        Optional.ofNullable(ofCoder.get(answer.id())).map(considered -> considered.get(code.id())))
                .toList();
    }

    private static List<Code> applied(Map<CodeId, Boolean> considered, Codebook codebook) {
        return codebook.codes().stream()
                .filter(code -> considered.getOrDefault(code.id(), false))
                .toList();
    }

    private Difference difference(Answer answer, Codebook codebook) {
        List<CodedBy> codes = new ArrayList<>();
        for (int i = 0; i < coders.size(); i++) {
            Map<CodeId, Boolean> considered = verdicts.get(i).get(answer.id());
            if (considered != null) {
                codes.add(new CodedBy(coders.get(i), applied(considered, codebook)));
            }
        }
        return new Difference(answer, codes);
    }

    /** F1 of one coder against the other over all codes; the same whichever is the reference. */
    private static OptionalDouble microF1(Map<Code, CodeAgreement> codes) {
        List<Contingency> tables = codes.values().stream()
                .map(CodeAgreement::table)
                .flatMap(Optional::stream)
                .toList();
        return tables.isEmpty()
                ? OptionalDouble.empty()
                : new Contingency(
                                sum(tables, Contingency::both),
                                sum(tables, Contingency::firstOnly),
                                sum(tables, Contingency::secondOnly),
                                sum(tables, Contingency::neither))
                        .positive();
    }

    private static int sum(List<Contingency> tables, ToIntFunction<Contingency> count) {
        return tables.stream().mapToInt(count).sum();
    }
}
