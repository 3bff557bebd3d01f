package org.verbacode.web.coders;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.verbacode.coding.Coder;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Draw;
import org.verbacode.coding.Provenance.Manner;
import org.verbacode.coding.Round;
import org.verbacode.study.WaveName;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.Page;
import org.verbacode.workflow.coders.DescribeCoders;
import org.verbacode.workflow.coders.ReplyToDoubts.Part;
import org.verbacode.workflow.coders.RoundProgress;
import org.verbacode.workflow.coders.ShowOwnWork.OwnWork;

/**
 * The data of the team page.
 *
 * @param own the visitor's own work; empty before the name was asked
 * @param leads whether the visitor may do what is for those who lead
 */
public record TeamView(
        Page page,
        DescribeCoders.Team team,
        List<RoundProgress> rounds,
        List<WaveName> waves,
        Optional<OwnWork> own,
        boolean leads) {
    public TeamView {
        rounds = List.copyOf(rounds);
        waves = List.copyOf(waves);
    }

    public List<Manner> manners() {
        return List.of(Manner.values());
    }

    public List<Draw.Purpose> purposes() {
        return List.of(Draw.Purpose.DOUBLE_CODING, Draw.Purpose.AUDIT, Draw.Purpose.TRAINING);
    }

    public String label(Enum<?> value) {
        return page.text(
                "coders." + value.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + name(value));
    }

    public String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    public boolean isReference(Coder person) {
        return team.reference().filter(person.name()::equals).isPresent();
    }

    /** The coders whose packets can be made: those of the round, or all who are known. */
    public List<CoderName> coders(Round round) {
        return round.coders().isEmpty()
                ? team.coders().stream().map(work -> work.person().name()).toList()
                : round.coders();
    }

    public boolean isVisitors(RoundProgress progress) {
        return own.filter(work -> work.rounds().contains(progress)).isPresent();
    }

    /** Whether the visitor has still to code answers of a round. */
    public boolean isToDo(RoundProgress progress, OwnWork work) {
        return progress.isOpen() && finished(progress, work) < progress.drawn();
    }

    /** Number of answers of a round that the visitor has finished. */
    public int finished(RoundProgress progress, OwnWork work) {
        return progress.finishedBy(work.work().person().name());
    }

    /** How the visitor's finished answers were coded: "10 blind, 2 assisted". */
    public String manners(OwnWork work) {
        return manners().stream()
                .filter(manner -> work.work().of(manner) > 0)
                .map(manner -> page.number(work.work().of(manner)) + " " + label(manner))
                .collect(Collectors.joining(", "));
    }

    /** The visitor's own doubts and notes, part by part. */
    public List<Part> parts() {
        return List.of(Part.values());
    }

    /** A list of this question, narrowed by one parameter. */
    public String list(String path, String parameter, String value) {
        return Links.to(path, "study", page.study(), "question", page.question(), parameter, value);
    }

    public String names(List<CoderName> coders) {
        return coders.stream().map(CoderName::value).collect(Collectors.joining(", "));
    }

    public String packet(Round round, CoderName coder, String kind) {
        return Links.to(
                "/packet",
                "study",
                page.study(),
                "question",
                page.question(),
                "draw",
                round.id().value(),
                "coder",
                coder.value(),
                "kind",
                kind);
    }

    public String review(Round round) {
        return Links.to(
                "/review",
                "study",
                page.study(),
                "question",
                page.question(),
                "order",
                "draw",
                "round",
                round.id().value(),
                "way",
                "code_first");
    }

    public String to(String path, Round round) {
        return Links.to(
                path,
                "study",
                page.study(),
                "question",
                page.question(),
                "draw",
                round.id().value());
    }
}
