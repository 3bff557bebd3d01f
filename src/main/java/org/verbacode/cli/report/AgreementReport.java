package org.verbacode.cli.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.Report;
import org.verbacode.cli.console.TextTable;
import org.verbacode.coding.CoderName;
import org.verbacode.quality.Interval;
import org.verbacode.results.agreement.CodeAgreement;
import org.verbacode.results.agreement.Contingency;
import org.verbacode.study.Message;
import org.verbacode.workflow.coders.CompareWithModel.WithModel;
import org.verbacode.workflow.coders.MeasureAgreement.Agreement;

/**
 * The agreement of coders; figures that are undefined are null in JSON and a dash in text.
 *
 * @param withModel the comparison that the agreement is of, if the second coder is a model
 */
public record AgreementReport(Agreement agreement, Optional<WithModel> withModel) implements Report {
    public AgreementReport(Agreement agreement) {
        this(agreement, Optional.empty());
    }

    public AgreementReport(WithModel withModel) {
        this(withModel.agreement(), Optional.of(withModel));
    }

    @Override
    public Object json(Locale locale) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("coders", agreement.coders().stream().map(CoderName::value).toList());
        page.put("answers", agreement.answers());
        withModel.ifPresent(with -> {
            page.put("model", with.model().value());
            page.put("left_out", with.leftOut());
        });
        page.put("micro_f1", orNull(agreement.microF1()));
        page.put("alpha_masi", orNull(agreement.alphaMasi()));
        page.put("imported", agreement.imported());
        page.put("differences", agreement.differences().size());
        Map<String, Object> codes = new LinkedHashMap<>();
        agreement.codes().forEach((code, of) -> codes.put(code.name(), json(of)));
        page.put("codes", codes);
        return page;
    }

    private static Map<String, Object> json(CodeAgreement code) {
        Optional<Contingency> table = code.table();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("answers", code.answers());
        object.put("both", table.map(Contingency::both).orElse(null));
        object.put("first_only", table.map(Contingency::firstOnly).orElse(null));
        object.put("second_only", table.map(Contingency::secondOnly).orElse(null));
        object.put("neither", table.map(Contingency::neither).orElse(null));
        object.put("percent_agreement", orNull(table.map(Contingency::percent)));
        object.put("positive_agreement", orNull(table.map(Contingency::positive)));
        object.put("negative_agreement", orNull(table.map(Contingency::negative)));
        object.put("kappa", orNull(table.map(Contingency::kappa)));
        object.put("ac1", orNull(table.map(Contingency::ac1)));
        object.put("alpha", orNull(code.alpha()));
        object.put("alpha_low", code.interval().map(Interval::low).orElse(null));
        object.put("alpha_high", code.interval().map(Interval::high).orElse(null));
        object.put("fleiss_kappa", orNull(code.fleiss()));
        object.put("rare", code.isRare());
        return object;
    }

    private static @Nullable Double orNull(OptionalDouble figure) {
        return figure.isPresent() ? figure.getAsDouble() : null;
    }

    private static @Nullable Double orNull(Optional<OptionalDouble> figure) {
        return orNull(figure.orElse(OptionalDouble.empty()));
    }

    @Override
    public void print(Console console) {
        boolean isPair = agreement.microF1().isPresent()
                || agreement.codes().values().stream()
                        .anyMatch(code -> code.table().isPresent());
        console.line(heading());
        if (isPair) {
            console.line(Message.of("cli.agreement.micro", shown(agreement.microF1(), console)));
        }
        console.line(Message.of("cli.agreement.masi", shown(agreement.alphaMasi(), console)));
        if (agreement.imported()) {
            console.line(Message.of("cli.agreement.imported"));
        }
        TextTable table = new TextTable();
        if (isPair) {
            table.add(
                    Message.of("cli.agreement.code"),
                    Message.of("cli.agreement.both"),
                    first(),
                    agreement.coders().get(1).value(),
                    Message.of("cli.agreement.neither"),
                    Message.of("cli.agreement.percent"),
                    Message.of("cli.agreement.positive"),
                    Message.of("cli.agreement.negative"),
                    "kappa",
                    "AC1",
                    "alpha",
                    "95 %");
        } else {
            table.add(Message.of("cli.agreement.code"), Message.of("cli.agreement.uses"), "Fleiss", "alpha", "95 %");
        }
        agreement.codes().forEach((code, of) -> {
            Object[] alpha = {shown(of.alpha(), console), interval(of, console)};
            if (of.table().isPresent()) {
                Contingency counts = of.table().get();
                table.add(
                        code.name(),
                        counts.both(),
                        counts.firstOnly(),
                        counts.secondOnly(),
                        counts.neither(),
                        shown(counts.percent(), console),
                        shown(counts.positive(), console),
                        shown(counts.negative(), console),
                        shown(counts.kappa(), console),
                        shown(counts.ac1(), console),
                        alpha[0],
                        alpha[1]);
            } else {
                table.add(code.name(), of.uses(), shown(of.fleiss(), console), alpha[0], alpha[1]);
            }
        });
        table.print(console);
        long rare = agreement.codes().values().stream()
                .filter(CodeAgreement::isRare)
                .count();
        if (rare > 0) {
            console.line(Message.of("cli.agreement.rare", rare, CodeAgreement.MIN_USES));
        }
    }

    private Message heading() {
        return withModel
                .map(with -> Message.of(
                        "cli.agreement.model",
                        first(),
                        with.model().value(),
                        agreement.answers(),
                        agreement.differences().size(),
                        with.leftOut()))
                .orElseGet(() -> Message.of(
                        "cli.agreement.coders",
                        agreement.coders().stream().map(CoderName::value).collect(Collectors.joining(", ")),
                        agreement.answers(),
                        agreement.differences().size()));
    }

    /** The name of the first coder, or a word for the people whose codings count. */
    private Object first() {
        return withModel.isPresent() && withModel.get().person().isEmpty()
                ? Message.of("cli.agreement.people")
                : agreement.coders().get(0).value();
    }

    private static String shown(OptionalDouble figure, Console console) {
        return figure.isPresent() ? String.format(console.locale(), "%.4f", figure.getAsDouble()) : "–";
    }

    private static String interval(CodeAgreement code, Console console) {
        return code.interval()
                .map(interval -> String.format(console.locale(), "[%.2f ; %.2f]", interval.low(), interval.high()))
                .orElse("–");
    }
}
