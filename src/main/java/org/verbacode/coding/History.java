package org.verbacode.coding;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verbacode.study.AnswerId;

/**
 * The events of one coder on some answers, for another workspace. Events are only added; two workspaces with the same
 * events have the same codings.
 */
public record History(List<Act> acts, List<Decision> decisions, List<Finish> finishes, List<Note> notes) {
    /**
     * An act, which groups decisions and finish events.
     *
     * @param kind DO, IMPORT, UNDO or REDO
     * @param target the act undone or redone; null otherwise
     */
    public record Act(
            EventId id,
            CoderName coder,
            Kind kind,
            @Nullable EventId target) {
        public Act {
            if ((kind == Kind.UNDO || kind == Kind.REDO) != (target != null)) {
                throw new IllegalArgumentException("an act has a target if it is undone or redone: " + id);
            }
        }
    }

    /** What an act does. */
    public enum Kind {
        DO,
        IMPORT,
        UNDO,
        REDO
    }

    /** A note on an answer; an empty text removes it. */
    public record Note(EventId id, CoderName coder, AnswerId answer, String text, Instant at) {}

    public History {
        acts = List.copyOf(acts);
        decisions = List.copyOf(decisions);
        finishes = List.copyOf(finishes);
        notes = List.copyOf(notes);
        Set<EventId> known = new HashSet<>();
        acts.forEach(act -> known.add(act.id()));
        boolean complete = Stream.of(
                        decisions.stream().map(Decision::act),
                        finishes.stream().map(Finish::act),
                        acts.stream().flatMap(act -> Stream.ofNullable(act.target())))
                .flatMap(ids -> ids)
                .allMatch(known::contains);
        if (!complete) {
            throw new IllegalArgumentException("an event names an act that is not part of the history");
        }
    }

    /** The answers of its decisions and finish events. */
    public Set<AnswerId> answers() {
        Set<AnswerId> answers = new HashSet<>();
        decisions.forEach(decision -> answers.add(decision.answer()));
        finishes.forEach(finish -> answers.add(finish.answer()));
        return answers;
    }

    /** The ids of all events. */
    public Stream<EventId> ids() {
        return Stream.of(
                        acts.stream().map(Act::id),
                        decisions.stream().map(Decision::id),
                        finishes.stream().map(Finish::id),
                        notes.stream().map(Note::id))
                .flatMap(ids -> ids);
    }

    /** The coders of all events. */
    public Set<CoderName> coders() {
        Set<CoderName> coders = new HashSet<>();
        acts.forEach(act -> coders.add(act.coder()));
        decisions.forEach(decision -> coders.add(decision.coder()));
        finishes.forEach(finish -> coders.add(finish.coder()));
        notes.forEach(note -> coders.add(note.coder()));
        return coders;
    }
}
