package org.verbacode.cli.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.learning.ModelCard;
import org.verbacode.learning.ModelChanges;
import org.verbacode.learning.SuggestionChanges;
import org.verbacode.study.Message;
import org.verbacode.workflow.comparison.ModelComparison;
import org.verbacode.workflow.comparison.SuggestionComparison;
import org.verbacode.workflow.model.ChooseModel;
import org.verbacode.workflow.quality.QualityReport;

/** A comparison of two model versions as JSON. */
record ModelComparisonJson(ModelComparison comparison, Locale locale) {

    Map<String, Object> object() {
        ModelChanges learned = comparison.learned();
        List<ModelComparison.Redefinition> redefined = comparison.redefined();
        SuggestionComparison suggested = comparison.suggested();
        Message whyNot = comparison.unsuggested();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("one", version(comparison.one()));
        object.put("other", version(comparison.other()));
        object.put(
                "card",
                comparison.traits().stream().map(ModelComparisonJson::trait).toList());
        object.put(
                "waves",
                comparison.waves().stream().map(ModelComparisonJson::wave).toList());
        object.put("answers", learned.answers());
        object.put("codes_added", learned.codesAdded());
        object.put("codes_removed", learned.codesRemoved());
        object.put("codes_renamed", learned.codesRenamed());
        object.put(
                "codes_redefined",
                redefined == null
                        ? null
                        : redefined.stream()
                                .map(ModelComparisonJson::redefinition)
                                .toList());
        object.put("measured", comparison.howMeasured().in(locale));
        object.put(
                "codes",
                comparison.codes().stream().map(ModelComparisonJson::code).toList());
        object.put("suggestions", suggested == null ? null : suggestions(suggested));
        if (whyNot != null) {
            object.put("suggestions_failure", whyNot.in(locale));
        }
        return object;
    }

    private static Map<String, Object> version(ChooseModel.Version version) {
        ModelCard card = version.card();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("model", card.model());
        object.put("study", card.study());
        object.put("question", card.question());
        object.put("trained", card.trained());
        object.put("in_use", version.inUse());
        object.put("examples", card.examples());
        object.put("precision", card.microPrecision());
        object.put("recall", card.microRecall());
        object.put("micro_f1", card.microF1());
        object.put("macro_f1", card.macroF1());
        return object;
    }

    private static Map<String, Object> trait(ModelComparison.Trait trait) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("aspect", trait.aspect().name().toLowerCase(Locale.ROOT));
        if (!trait.name().isEmpty()) {
            object.put("name", trait.name());
        }
        object.put("one", trait.one());
        object.put("other", trait.other());
        object.put("same", trait.same());
        return object;
    }

    private static Map<String, Object> wave(ModelComparison.Wave wave) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("wave", wave.name());
        object.put("one", wave.one());
        object.put("other", wave.other());
        object.put("one_weight", wave.oneWeight());
        object.put("other_weight", wave.otherWeight());
        return object;
    }

    private static Map<String, Object> redefinition(ModelComparison.Redefinition redefinition) {
        return Map.of(
                "code",
                redefinition.name(),
                "parts",
                redefinition.parts().stream()
                        .map(part -> part.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static Map<String, Object> code(ModelComparison.OneCode code) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("code", code.name());
        object.put("one", line(code.one()));
        object.put("other", line(code.other()));
        code.difference().ifPresent(difference -> object.put("f1_difference", difference));
        return object;
    }

    private static @Nullable Map<String, Object> line(ModelCard.@Nullable CodeLine line) {
        if (line == null) {
            return null;
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("considered", line.considered());
        object.put("applies", line.applies());
        object.put("precision", line.precision());
        object.put("recall", line.recall());
        object.put("f1", line.f1());
        object.put("average_precision", line.averagePrecision());
        object.put("threshold", line.threshold());
        return object;
    }

    private Map<String, Object> suggestions(SuggestionComparison suggested) {
        SuggestionChanges changes = suggested.changes();
        SuggestionComparison.Judged judged = suggested.judged();
        Message verdict = comparison.verdict();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("answers", changes.answers());
        object.put("changed_answers", changes.changed().size());
        object.put("both", changes.both());
        object.put("either", changes.either());
        object.put("same_share", changes.same());
        object.put("codes", changes.codes().stream().map(this::proposed).toList());
        object.put("changed", changes.changed().stream().map(this::changed).toList());
        object.put("judged", judged == null ? null : judged(judged));
        object.put("verdict", verdict == null ? null : verdict.in(locale));
        return object;
    }

    private Map<String, Object> proposed(SuggestionChanges.OfCode code) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("code", comparison.name(code.code()));
        object.put("one", code.one());
        object.put("other", code.other());
        object.put("both", code.both());
        object.put("gained", code.gained());
        object.put("lost", code.lost());
        return object;
    }

    private Map<String, Object> changed(SuggestionChanges.Changed changed) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("answer", changed.answer().value());
        object.put("gained", names(changed.gained()));
        object.put("lost", names(changed.lost()));
        return object;
    }

    private List<String> names(List<CodeId> codes) {
        return codes.stream().map(comparison::name).toList();
    }

    private static Map<String, Object> judged(SuggestionComparison.Judged judged) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("answers", judged.answers());
        object.put("at_random", judged.random());
        object.put("one", figures(judged.one()));
        object.put("other", figures(judged.other()));
        object.put(
                "micro_f1_difference", judged.other().microF1() - judged.one().microF1());
        object.put("micro_f1_difference_interval", EvaluationReport.interval(judged.difference()));
        return object;
    }

    private static Map<String, Object> figures(QualityReport.Figures figures) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("micro_f1", figures.microF1());
        object.put("micro_f1_interval", EvaluationReport.interval(figures.microInterval()));
        object.put("macro_f1", figures.macroF1());
        object.put("macro_f1_interval", EvaluationReport.interval(figures.macroInterval()));
        return object;
    }
}
