package org.verbacode.workflow.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verbacode.coding.Coding;
import org.verbacode.coding.ModelName;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.learning.ModelCard;
import org.verbacode.learning.SuggestionChanges;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Checksum;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.CachedResult;
import org.verbacode.workflow.CancelledException;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.ChooseModel;
import org.verbacode.workflow.model.QuestionSnapshot;
import org.verbacode.workflow.model.Quote;
import org.verbacode.workflow.model.StoredModels;

/** Compares two versions of a question's model. */
public final class CompareModels {
    private static final Logger LOG = LoggerFactory.getLogger(CompareModels.class);

    private final Workspace workspace;
    private final StoredModels storedModels;
    private final ChooseModel models;

    public CompareModels(Workspace workspace) {
        this.workspace = workspace;
        this.storedModels = new StoredModels(workspace.models());
        this.models = new ChooseModel(workspace);
    }

    /** The two versions to compare. */
    public record Pair(ModelName one, ModelName other) {}

    /**
     * The default pair: the version in use, or else the newest, and the one before it.
     *
     * @param versions of one question, newest first
     * @return empty if there are fewer than two
     */
    public static Optional<Pair> usual(List<ChooseModel.Version> versions) {
        if (versions.size() < 2) {
            return Optional.empty();
        }
        ModelCard other = versions.stream()
                .filter(ChooseModel.Version::inUse)
                .findFirst()
                .orElse(versions.get(0))
                .card();
        List<ModelCard> others = versions.stream()
                .map(ChooseModel.Version::card)
                .filter(card -> !card.model().equals(other.model()))
                .toList();
        ModelCard one = others.stream()
                .filter(card -> card.model().equals(other.parent()))
                .findFirst()
                .or(() -> others.stream()
                        .filter(card -> card.trained().compareTo(other.trained()) < 0)
                        .findFirst())
                .orElse(others.get(0));
        return Optional.of(new Pair(new ModelName(one.model()), new ModelName(other.model())));
    }

    /** The answers with different suggestions, with wave and respondent; answers no longer stored are left out. */
    public Map<AnswerId, Quote> quotes(ModelComparison comparison) {
        SuggestionComparison suggested = comparison.suggested();
        if (suggested == null) {
            return Map.of();
        }
        Map<AnswerId, Quote> quotes = question(comparison).quotes();
        quotes.keySet()
                .retainAll(suggested.changes().changed().stream()
                        .map(SuggestionChanges.Changed::answer)
                        .collect(Collectors.toSet()));
        return quotes;
    }

    /** A cached comparison and the hash of what it depends on, {@link #of}. */
    record Kept(String of, SuggestionComparison suggested) {}

    /**
     * Compares the cards at once, and the suggestions if that comparison is cached and up to date.
     *
     * @throws RefusedException if there is no such version, both are the same, or they code different questions
     */
    public ModelComparison cards(ModelName one, ModelName other) {
        ModelComparison cards = compared(one, other);
        try {
            String now = hash(question(cards), cards);
            return kept(one, other)
                    .last()
                    .filter(kept -> kept.of().equals(now))
                    .map(kept -> cards.with(kept.suggested(), null))
                    .orElse(cards);
        } catch (RefusedException e) {
            return cards.with(null, e.sentence());
        }
    }

    /**
     * Compares cards and suggestions for the stored answers of the question. If the suggestions cannot be compared,
     * the result says why.
     *
     * @throws RefusedException if there is no such version, both are the same, they code different questions, or the
     *     user has cancelled
     */
    public ModelComparison run(ModelName one, ModelName other, Progress progress) {
        ModelComparison cards = compared(one, other);
        try {
            QuestionSnapshot question = question(cards);
            SuggestionComparison suggested = new CompareSuggestions(workspace, question, cards).suggested(progress);
            keep(kept(one, other), new Kept(hash(question, cards), suggested));
            return cards.with(suggested, null);
        } catch (CancelledException e) {
            throw e;
        } catch (RefusedException e) {
            return cards.with(null, e.sentence());
        }
    }

    private ModelComparison compared(ModelName one, ModelName other) {
        ChooseModel.Version first = models.one(one);
        ChooseModel.Version second = models.one(other);
        if (one.equals(other)) {
            throw new RefusedException(Message.of("workflow.comparison.itself", one.value()));
        }
        ModelCard before = first.card();
        ModelCard after = second.card();
        if (!before.study().equals(after.study()) || !before.question().equals(after.question())) {
            throw new RefusedException(Message.of(
                    "workflow.comparison.questions",
                    before.model(),
                    before.question(),
                    before.study(),
                    after.model(),
                    after.question(),
                    after.study()));
        }
        return new CardComparison(workspace, first, second, storedModels.answers(one), storedModels.answers(other))
                .compared();
    }

    private QuestionSnapshot question(ModelComparison cards) {
        ModelCard card = cards.one().card();
        return QuestionSnapshot.of(workspace, new StudyName(card.study()), new QuestionName(card.question()));
    }

    private CachedResult<Kept> kept(ModelName one, ModelName other) {
        return CachedResult.of(workspace, "comparisons", Kept.class, one.value(), other.value());
    }

    /** A cache that cannot be written must not hide the comparison. */
    private static void keep(CachedResult<Kept> cached, Kept result) {
        try {
            cached.keep(result);
        } catch (RefusedException e) {
            LOG.info("a comparison is not kept: {}", e.getMessage());
        }
    }

    /** Hash of everything that the comparison of suggestions depends on. */
    private static String hash(QuestionSnapshot question, ModelComparison cards) {
        Checksum sum = new Checksum()
                .add(cards.one().card().weightsHash(), cards.other().card().weightsHash())
                .add(new FrenchAnalyser().version());
        question.codebook().codes().forEach(code -> sum.add(code.id().value()));
        for (Answer answer : question.answers()) {
            sum.add(answer.id().value(), answer.text());
            Coding coding = question.codings().get(answer.id());
            if (coding != null) {
                question.inForce(coding).forEach((code, applies) -> sum.add(code.value(), applies.toString()));
                sum.add(coding.coder().value(), coding.manner().name());
            }
        }
        return sum.hex();
    }
}
