package org.verbacode.workflow.coders;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.verbacode.coding.Coder;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Round;
import org.verbacode.store.Database;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.Workspace;

/**
 * The answers of rounds that are not finished by all their coders. Until then suggestions and the codes of others are
 * hidden from everyone except a person who leads the study without coding in the round.
 */
public final class OpenRounds {
    private final Map<AnswerId, Set<Round>> rounds = new HashMap<>();
    private final Set<CoderName> leaders = new HashSet<>();

    private OpenRounds() {}

    /** The open rounds of a question at this moment. */
    public static OpenRounds of(Workspace workspace, StudyName study, QuestionName question) {
        Database database = workspace.database();
        OpenRounds open = new OpenRounds();
        for (Round round : database.rounds().of(study, question)) {
            if (RoundProgress.of(database, round).isOpen()) {
                round.draw().answers().forEach(answer -> open.rounds
                        .computeIfAbsent(answer, unused -> new HashSet<>())
                        .add(round));
            }
        }
        database.coders().of(study).stream()
                .filter(coder -> coder.role() == Coder.Role.LEADS)
                .forEach(coder -> open.leaders.add(coder.name()));
        return open;
    }

    /** Whether suggestions and the codes of others on an answer are hidden from a person. */
    public boolean hides(AnswerId answer, CoderName from) {
        Set<Round> of = rounds.getOrDefault(answer, Set.of());
        return !of.isEmpty() && !(leaders.contains(from) && of.stream().noneMatch(round -> round.isOf(from)));
    }

    /** Whether one of these coders codes an answer in an open round, so that their codings of it are not complete. */
    boolean isCodedBy(AnswerId answer, Collection<CoderName> coders) {
        return rounds.getOrDefault(answer, Set.of()).stream()
                .anyMatch(round -> !Collections.disjoint(round.coders(), coders));
    }

    /** The answers whose suggestions and codes of others are hidden from a person. */
    public Set<AnswerId> hiddenFrom(CoderName person) {
        return rounds.keySet().stream().filter(answer -> hides(answer, person)).collect(Collectors.toUnmodifiableSet());
    }

    /** The answers of open rounds; their codes leave neither the screen nor the workspace. */
    public Set<AnswerId> answers() {
        return Set.copyOf(rounds.keySet());
    }

    /** The names of the open rounds. */
    public List<String> names() {
        return rounds.values().stream()
                .flatMap(Set::stream)
                .map(Round::name)
                .distinct()
                .sorted()
                .toList();
    }
}
