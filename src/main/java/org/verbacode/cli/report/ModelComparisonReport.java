package org.verbacode.cli.report;

import java.util.Locale;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.Report;
import org.verbacode.workflow.comparison.ModelComparison;

/** Two versions of a question's model, side by side. */
public record ModelComparisonReport(ModelComparison comparison) implements Report {
    @Override
    public Object json(Locale locale) {
        return new ModelComparisonJson(comparison, locale).object();
    }

    @Override
    public void print(Console console) {
        new ModelComparisonText(comparison, console).print();
    }
}
