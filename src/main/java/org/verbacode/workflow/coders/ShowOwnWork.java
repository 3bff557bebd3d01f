package org.verbacode.workflow.coders;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.verbacode.coding.CoderName;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.coders.DescribeCoders.Team;
import org.verbacode.workflow.coders.DescribeCoders.Work;
import org.verbacode.workflow.coders.ReplyToDoubts.Doubt;
import org.verbacode.workflow.coders.ReplyToDoubts.Part;

/** Shows a coder their own work on a question, and what of others waits to be read. */
public final class ShowOwnWork {
    private final Workspace workspace;

    public ShowOwnWork(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * A coder's own work.
     *
     * @param work finished answers, by how they were coded
     * @param doubts number of own doubts and notes of each part
     * @param corrections number of corrections that the coder has not read
     * @param rounds those in which the coder codes
     */
    public record OwnWork(Work work, Map<Part, Integer> doubts, int corrections, List<RoundProgress> rounds) {
        public OwnWork {
            doubts = Map.copyOf(doubts);
            rounds = List.copyOf(rounds);
        }

        public int of(Part part) {
            return doubts.getOrDefault(part, 0);
        }
    }

    /**
     * The own work of a coder.
     *
     * @param team the work of all on this question
     * @param rounds all rounds of this question
     */
    public OwnWork run(StudyName study, QuestionName question, CoderName coder, Team team, List<RoundProgress> rounds) {
        List<Doubt> visible = new ReplyToDoubts(workspace).list(study, question, coder);
        Map<Part, Integer> doubts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            doubts.put(part, part.of(coder, visible).size());
        }
        return new OwnWork(
                team.of(coder),
                doubts,
                new ReadCorrections(workspace)
                        .list(study, question, coder)
                        .unread()
                        .size(),
                rounds.stream().filter(progress -> progress.round().isOf(coder)).toList());
    }
}
