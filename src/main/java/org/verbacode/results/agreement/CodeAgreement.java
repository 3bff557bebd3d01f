package org.verbacode.results.agreement;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.verbacode.quality.Interval;

/**
 * Agreement on one code.
 *
 * @param answers number of answers on which at least two coders considered the code
 * @param uses number of these to which at least one applies it
 * @param table of two coders; empty for more
 * @param alpha Krippendorff's
 * @param interval of alpha; empty under {@link #MIN_USES} uses
 * @param fleiss Fleiss' kappa over the answers that all coders considered; empty for two coders
 */
public record CodeAgreement(
        int answers,
        int uses,
        Optional<Contingency> table,
        OptionalDouble alpha,
        Optional<Interval> interval,
        OptionalDouble fleiss) {
    /** With fewer uses an interval of alpha would pretend to a precision that is not there. */
    public static final int MIN_USES = 10;

    private static final int TWO = 2;

    /**
     * Agreement of coders on a code.
     *
     * @param verdicts of the coders on each answer, in the order of the coders; empty where one did not consider it
     * @param coders number of coders, at least 2
     */
    public static CodeAgreement of(List<List<Optional<Boolean>>> verdicts, int coders) {
        List<List<Boolean>> units = verdicts.stream()
                .map(of -> of.stream().flatMap(Optional::stream).toList())
                .filter(unit -> unit.size() >= TWO)
                .toList();
        int uses = (int) units.stream().filter(unit -> unit.contains(true)).count();
        Contingency table = new Contingency(0, 0, 0, 0);
        if (coders == TWO) {
            for (List<Boolean> unit : units) {
                table = table.and(unit.get(0), unit.get(1));
            }
        }
        return new CodeAgreement(
                units.size(),
                uses,
                coders == TWO ? Optional.of(table) : Optional.empty(),
                KrippendorffAlpha.nominal(units),
                uses < MIN_USES ? Optional.empty() : KrippendorffAlpha.interval(units),
                coders == TWO
                        ? OptionalDouble.empty()
                        : FleissKappa.of(units.stream()
                                .filter(unit -> unit.size() == coders)
                                .toList()));
    }

    /** Whether the code is so rare that no coefficient says much. */
    public boolean isRare() {
        return uses < MIN_USES;
    }
}
