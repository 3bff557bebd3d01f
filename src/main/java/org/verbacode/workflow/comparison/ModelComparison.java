package org.verbacode.workflow.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.learning.ModelCard;
import org.verbacode.learning.ModelChanges;
import org.verbacode.learning.Regularisation;
import org.verbacode.study.Message;
import org.verbacode.workflow.model.ChooseModel;

/**
 * Two versions of a question's model, side by side: provenance, training data, quality on their own training answers,
 * and suggestions.
 *
 * @param traits how they were made, according to their cards
 * @param waves that one of them has learned from, by name
 * @param learned differences between the training data
 * @param redefined codes known to both of which more than the name changed; null if a codebook is missing
 * @param codes those of the second in their order, then those that only the first knows
 * @param suggested comparison of the suggestions; null before it was asked for, or if it is not possible
 * @param unsuggested why it is not possible; null otherwise
 */
public record ModelComparison(
        ChooseModel.Version one,
        ChooseModel.Version other,
        List<Trait> traits,
        List<Wave> waves,
        ModelChanges learned,
        @Nullable List<Redefinition> redefined,
        List<OneCode> codes,
        @Nullable SuggestionComparison suggested,
        @Nullable Message unsuggested) {

    private static final ModelChanges.Answers NONE = new ModelChanges.Answers(0, 0, 0, 0);

    /** An aspect of how a version was made. */
    public enum Aspect {
        RECIPE,
        CAUTION,
        SEED,
        PARENT,
        CODEBOOK,
        OTHER_TEXTS,
        LANGUAGE,
        VECTORS,
        /** A file that determines the French analysis. */
        RESOURCE,
        LIBRARY
    }

    /**
     * One aspect on two cards.
     *
     * @param name of the file or library; empty for other aspects
     * @param one value on the first card, independent of the language; empty if missing
     * @param same whether the values are equivalent, even where a name or number differs
     */
    public record Trait(Aspect aspect, String name, String one, String other, boolean same) {
        /** The name of the aspect. */
        public Message label() {
            String key = "workflow.comparison.aspect." + aspect.name().toLowerCase(Locale.ROOT);
            return name.isEmpty() ? Message.of(key) : Message.of(key, name);
        }

        /** The first value, formatted for a language. */
        public String one(Locale locale) {
            return said(one, locale);
        }

        /** The second value, formatted for a language. */
        public String other(Locale locale) {
            return said(other, locale);
        }

        private String said(String words, Locale locale) {
            if (aspect != Aspect.CAUTION || words.isEmpty()) {
                return words;
            }
            Regularisation caution = Regularisation.valueOf(words);
            return Message.of("workflow.comparison.caution", caution.penalty(), caution.clauseShare())
                    .in(locale);
        }
    }

    /**
     * A wave that one of them has learned from.
     *
     * @param one number of coded answers learned by the first; null if unknown
     * @param oneWeight weight of each, 1 for a full one
     */
    public record Wave(
            String name, @Nullable Integer one, @Nullable Integer other, double oneWeight, double otherWeight) {}

    /** A part of a code's description. */
    public enum Part {
        THEME,
        DEFINITION,
        INCLUDE,
        EXCLUDE,
        EXAMPLES
    }

    /** A code of which a description changed; its name is the second's. */
    public record Redefinition(String name, List<Part> parts) {
        public Redefinition {
            parts = List.copyOf(parts);
        }

        Message sentence() {
            Message said = parts.stream()
                    .map(part ->
                            Message.of("workflow.comparison.part." + part.name().toLowerCase(Locale.ROOT)))
                    .reduce((one, other) -> Message.of("workflow.comparison.list", one, other))
                    .orElseThrow();
            return Message.of("workflow.comparison.redefined", name, said);
        }
    }

    /**
     * A code on both cards.
     *
     * @param name the second's, if it knows the code
     * @param one null if the first does not know the code
     * @param other null if the second does not
     */
    public record OneCode(
            String code, String name, ModelCard.@Nullable CodeLine one, ModelCard.@Nullable CodeLine other) {
        /** The first's quality for the code; null if it has too few examples for a reliable figure. */
        public ModelCard.@Nullable CodeLine oneJudged() {
            return judged(one);
        }

        /** The second's quality for the code; null likewise. */
        public ModelCard.@Nullable CodeLine otherJudged() {
            return judged(other);
        }

        private static ModelCard.@Nullable CodeLine judged(ModelCard.@Nullable CodeLine line) {
            return line == null || !line.canBeJudged() ? null : line;
        }

        /** The second's F1 less the first's; empty if one has too few examples. */
        public OptionalDouble difference() {
            ModelCard.CodeLine before = oneJudged();
            ModelCard.CodeLine after = otherJudged();
            return before == null || after == null
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(after.f1() - before.f1());
        }
    }

    public ModelComparison {
        traits = List.copyOf(traits);
        waves = List.copyOf(waves);
        redefined = redefined == null ? null : List.copyOf(redefined);
        codes = List.copyOf(codes);
    }

    ModelComparison with(@Nullable SuggestionComparison said, @Nullable Message whyNot) {
        return new ModelComparison(one, other, traits, waves, learned, redefined, codes, said, whyNot);
    }

    /** The name of a code that one of them knows; empty if neither does. */
    public String name(CodeId id) {
        return codes.stream()
                .filter(code -> code.code().equals(id.value()))
                .map(OneCode::name)
                .findFirst()
                .orElse("");
    }

    /** The differences between the training data, in sentences. */
    public List<Message> changes() {
        List<Message> changes = new ArrayList<>(
                changes(learned, one.card().model(), other.card().model()));
        if (redefined == null) {
            changes.add(Message.of("workflow.comparison.redefined.unknown"));
        } else {
            redefined.forEach(redefinition -> changes.add(redefinition.sentence()));
        }
        return changes;
    }

    /**
     * The differences between the training data of two versions, in sentences.
     *
     * @param before the earlier version's name
     * @param after the later version's
     */
    public static List<Message> changes(ModelChanges learned, String before, String after) {
        List<Message> changes = new ArrayList<>();
        ModelChanges.Answers answers = learned.answers();
        if (answers == null) {
            changes.add(Message.of("workflow.comparison.answers.unknown"));
        } else if (answers.equals(NONE)) {
            changes.add(Message.of("workflow.comparison.answers.same"));
        } else {
            addCount(changes, "workflow.comparison.answers.more", answers.added(), after, before);
            addCount(changes, "workflow.comparison.answers.more", answers.removed(), before, after);
            addCount(changes, "workflow.comparison.answers.recoded", answers.recoded(), before, after);
            addCount(changes, "workflow.comparison.answers.reworded", answers.reworded(), before, after);
        }
        addNames(changes, "workflow.comparison.added", learned.codesAdded());
        addNames(changes, "workflow.comparison.removed", learned.codesRemoved());
        addNames(
                changes,
                "workflow.comparison.renamed",
                learned.codesRenamed().stream()
                        .map(renaming -> renaming.before() + " → " + renaming.after())
                        .toList());
        return changes;
    }

    private static void addCount(List<Message> changes, String key, int count, String one, String other) {
        if (count > 0) {
            changes.add(Message.of(key, count, one, other));
        }
    }

    private static void addNames(List<Message> changes, String key, List<String> names) {
        if (!names.isEmpty()) {
            changes.add(Message.of(key, names.size(), String.join(", ", names)));
        }
    }

    /** How the scores on the two cards were measured, and whether they are comparable. */
    public Message howMeasured() {
        ModelChanges.Answers answers = learned.answers();
        int before = one.card().examples();
        int after = other.card().examples();
        if (answers == null) {
            return Message.of("workflow.comparison.measured.unknown", before, after);
        }
        return answers.equals(NONE)
                ? Message.of("workflow.comparison.measured.same", before)
                : Message.of("workflow.comparison.measured.others", before, after);
    }

    /** Which of the two codes better, as far as the evidence supports it; null before suggestions were compared. */
    public @Nullable Message verdict() {
        return suggested == null
                ? null
                : suggested.verdict(one.card().model(), other.card().model());
    }
}
