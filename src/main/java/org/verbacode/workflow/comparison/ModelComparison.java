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
 * Two versions of the model of a question, side by side: where they come from, what they learned otherwise, how good each
 * is on its own training answers, and what they would propose otherwise.
 *
 * @param traits what their cards say of how they were made
 * @param waves that one of them has learned from, by name
 * @param learned what the second learned otherwise than the first
 * @param redefined codes of which both know something else than the name; null if a codebook is not there any more
 * @param codes those of the second in their order, then those that only the first knows
 * @param suggested what they propose for the stored answers; null as long as nobody has asked, or if that cannot be said
 * @param unsuggested why it cannot be said; null otherwise
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

    /** What a card says of how its version was made. */
    public enum Aspect {
        RECIPE,
        CAUTION,
        SEED,
        PARENT,
        CODEBOOK,
        OTHER_TEXTS,
        LANGUAGE,
        VECTORS,
        /** A file that decides how French is read. */
        RESOURCE,
        LIBRARY
    }

    /**
     * One thing that two cards say.
     *
     * @param name of the file or library; empty for other aspects
     * @param one what the first says, the same in every language; empty if nothing
     * @param same whether it is the same in truth, even where a name or number differs
     */
    public record Trait(Aspect aspect, String name, String one, String other, boolean same) {
        /** What the aspect is called. */
        public Message label() {
            String key = "workflow.comparison.aspect." + aspect.name().toLowerCase(Locale.ROOT);
            return name.isEmpty() ? Message.of(key) : Message.of(key, name);
        }

        /** What the first says, as it is written in a language. */
        public String one(Locale locale) {
            return said(one, locale);
        }

        /** The same of the second. */
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
     * @param one how many coded answers the first has learned from; null if it does not say
     * @param oneWeight how much each of them counted, 1 for a whole answer
     */
    public record Wave(
            String name, @Nullable Integer one, @Nullable Integer other, double oneWeight, double otherWeight) {}

    /** What is said of a code beside its name. */
    public enum Part {
        THEME,
        DEFINITION,
        INCLUDE,
        EXCLUDE,
        EXAMPLES
    }

    /** A code of which something else is said now; its name is the second's. */
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
     * A code, as both cards describe it.
     *
     * @param name the second's, if it knows the code
     * @param one null if the first does not know the code
     * @param other null if the second does not
     */
    public record OneCode(
            String code, String name, ModelCard.@Nullable CodeLine one, ModelCard.@Nullable CodeLine other) {
        /** What the first says of the code; null if it has too few examples for that to mean anything. */
        public ModelCard.@Nullable CodeLine oneJudged() {
            return judged(one);
        }

        /** The same of the second. */
        public ModelCard.@Nullable CodeLine otherJudged() {
            return judged(other);
        }

        private static ModelCard.@Nullable CodeLine judged(ModelCard.@Nullable CodeLine line) {
            return line == null || !line.canBeJudged() ? null : line;
        }

        /** The second's F1 less the first's; empty if one has too few examples for it to mean anything. */
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

    /** What a code is called that one of them knows; empty if neither does. */
    public String name(CodeId id) {
        return codes.stream()
                .filter(code -> code.code().equals(id.value()))
                .map(OneCode::name)
                .findFirst()
                .orElse("");
    }

    /** What the second learned otherwise than the first, in sentences. */
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
     * What a version learned otherwise than an earlier one, in sentences.
     *
     * @param before the earlier one's name
     * @param after the later one's
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

    /** How the scores of the two cards were measured, and whether they can be compared. */
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

    /** Which of the two codes better, as far as that can be said; null before anybody has asked. */
    public @Nullable Message verdict() {
        return suggested == null
                ? null
                : suggested.verdict(one.card().model(), other.card().model());
    }
}
