package org.verbacode.workflow.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.Code;
import org.verbacode.coding.Codebook;
import org.verbacode.learning.LearnedAnswer;
import org.verbacode.learning.ModelCard;
import org.verbacode.learning.ModelChanges;
import org.verbacode.learning.Regularisation;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.comparison.ModelComparison.Aspect;
import org.verbacode.workflow.comparison.ModelComparison.Part;
import org.verbacode.workflow.comparison.ModelComparison.Trait;
import org.verbacode.workflow.model.ChooseModel;
import org.verbacode.workflow.model.TrainingData;

/** Compares the cards of two model versions. */
final class CardComparison {
    private static final int SHOWN_OF_A_CHECKSUM = 12;

    private final Workspace workspace;
    private final ChooseModel.Version one;
    private final ChooseModel.Version other;
    private final List<LearnedAnswer> answersOfOne;
    private final List<LearnedAnswer> answersOfOther;

    /** @param answersOfOne the training answers of the first; empty if it does not list them */
    CardComparison(
            Workspace workspace,
            ChooseModel.Version one,
            ChooseModel.Version other,
            List<LearnedAnswer> answersOfOne,
            List<LearnedAnswer> answersOfOther) {
        this.workspace = workspace;
        this.one = one;
        this.other = other;
        this.answersOfOne = answersOfOne;
        this.answersOfOther = answersOfOther;
    }

    ModelComparison compared() {
        ModelCard before = one.card();
        ModelCard after = other.card();
        return new ModelComparison(
                one,
                other,
                traits(before, after),
                waves(before, after),
                ModelChanges.between(before.codes(), answersOfOne, after.codes(), answersOfOther),
                redefined(before, after),
                codes(before, after),
                null,
                null);
    }

    private static List<Trait> traits(ModelCard before, ModelCard after) {
        List<Trait> traits = new ArrayList<>();
        traits.add(trait(Aspect.RECIPE, before.recipe(), after.recipe()));
        traits.add(trait(Aspect.CAUTION, caution(before), caution(after)));
        traits.add(trait(Aspect.SEED, String.valueOf(before.seed()), String.valueOf(after.seed())));
        traits.add(trait(Aspect.PARENT, orEmpty(before.parent()), orEmpty(after.parent())));
        traits.add(codebooks(before, after));
        traits.add(trait(Aspect.OTHER_TEXTS, String.valueOf(before.otherTexts()), String.valueOf(after.otherTexts())));
        traits.add(trait(Aspect.LANGUAGE, before.language(), after.language()));
        traits.add(trait(Aspect.VECTORS, before.vectors(), after.vectors()));
        traits.addAll(traits(Aspect.RESOURCE, before.resources(), after.resources(), CardComparison::shortened));
        traits.addAll(traits(Aspect.LIBRARY, before.libraries(), after.libraries(), version -> version));
        return traits;
    }

    private static Trait trait(Aspect aspect, String before, String after) {
        return new Trait(aspect, "", before, after, before.equals(after));
    }

    /** The same codebook may have different version numbers in two workspaces, and different codebooks the same. */
    private static Trait codebooks(ModelCard before, ModelCard after) {
        ModelCard.State then = before.state();
        ModelCard.State now = after.state();
        String number = String.valueOf(before.codebookVersion());
        String next = String.valueOf(after.codebookVersion());
        boolean same = (then == null || now == null)
                ? number.equals(next)
                : then.codebookHash().equals(now.codebookHash());
        return new Trait(Aspect.CODEBOOK, "", number, next, same);
    }

    private static List<Trait> traits(
            Aspect aspect, Map<String, String> before, Map<String, String> after, Function<String, String> shown) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name -> {
                    String then = before.getOrDefault(name, "");
                    String now = after.getOrDefault(name, "");
                    return new Trait(aspect, name, shown.apply(then), shown.apply(now), then.equals(now));
                })
                .toList();
    }

    private static String shortened(String checksum) {
        return checksum.substring(0, Math.min(SHOWN_OF_A_CHECKSUM, checksum.length()));
    }

    private static String caution(ModelCard card) {
        Regularisation caution = card.caution();
        return caution == null ? "" : caution.name();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private List<ModelComparison.Wave> waves(ModelCard before, ModelCard after) {
        TreeSet<String> names = new TreeSet<>(before.waves());
        names.addAll(after.waves());
        return names.stream()
                .map(name -> new ModelComparison.Wave(
                        name,
                        learned(before, answersOfOne, name),
                        learned(after, answersOfOther, name),
                        before.waveWeights().getOrDefault(name, 1.0),
                        after.waveWeights().getOrDefault(name, 1.0)))
                .toList();
    }

    private static @Nullable Integer learned(ModelCard card, List<LearnedAnswer> answers, String wave) {
        if (!card.waves().contains(wave)) {
            return 0;
        }
        return answers.isEmpty()
                ? null
                : (int) answers.stream()
                        .filter(LearnedAnswer::isExample)
                        .filter(answer -> answer.wave().value().equals(wave))
                        .count();
    }

    private static List<ModelComparison.OneCode> codes(ModelCard before, ModelCard after) {
        Map<String, ModelCard.CodeLine> then = lines(before);
        Map<String, ModelCard.CodeLine> now = lines(after);
        List<ModelComparison.OneCode> codes = new ArrayList<>();
        now.forEach((id, line) -> codes.add(new ModelComparison.OneCode(id, line.name(), then.get(id), line)));
        then.forEach((id, line) -> {
            if (!now.containsKey(id)) {
                codes.add(new ModelComparison.OneCode(id, line.name(), line, null));
            }
        });
        return codes;
    }

    private static Map<String, ModelCard.CodeLine> lines(ModelCard card) {
        return card.codes().stream()
                .collect(Collectors.toMap(
                        ModelCard.CodeLine::code, Function.identity(), (line, twice) -> line, LinkedHashMap::new));
    }

    private @Nullable List<ModelComparison.Redefinition> redefined(ModelCard before, ModelCard after) {
        Optional<Codebook> then = TrainingData.codebook(workspace, before);
        Optional<Codebook> now = TrainingData.codebook(workspace, after);
        if (then.isEmpty() || now.isEmpty()) {
            return null;
        }
        List<ModelComparison.Redefinition> redefined = new ArrayList<>();
        for (Code code : now.get().codes()) {
            List<Part> parts =
                    then.get().byId(code.id()).map(was -> parts(was, code)).orElse(List.of());
            if (!parts.isEmpty()) {
                redefined.add(new ModelComparison.Redefinition(code.name(), parts));
            }
        }
        return redefined;
    }

    private static List<Part> parts(Code before, Code after) {
        Map<Part, Boolean> same = new TreeMap<>();
        same.put(Part.THEME, Objects.equals(before.theme(), after.theme()));
        same.put(Part.DEFINITION, before.definition().equals(after.definition()));
        same.put(Part.INCLUDE, before.include().equals(after.include()));
        same.put(Part.EXCLUDE, before.exclude().equals(after.exclude()));
        same.put(Part.EXAMPLES, before.examples().equals(after.examples()));
        return same.entrySet().stream()
                .filter(part -> !part.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
