package org.verbacode.workflow.coders;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.verbacode.coding.Coder;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Provenance.Manner;
import org.verbacode.store.Database;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;

/** Lists who has coded a question, how much and how, and who leads. */
public final class DescribeCoders {
    private final Workspace workspace;
    private final Database database;

    public DescribeCoders(Workspace workspace) {
        this.workspace = workspace;
        this.database = workspace.database();
    }

    /**
     * The work on a question.
     *
     * @param coders by name; people with a role who have not begun included
     * @param agreed number of answers with an agreed coding
     * @param reference the coder who counts where there is no agreed coding
     */
    public record Team(List<Work> coders, int agreed, Optional<CoderName> reference) {
        public Team {
            coders = List.copyOf(coders);
        }

        /** One coder's work; none if the coder has not begun. */
        public Work of(CoderName coder) {
            return coders.stream()
                    .filter(work -> work.person().name().equals(coder))
                    .findFirst()
                    .orElseGet(() -> Work.none(coder));
        }
    }

    /**
     * One coder's finished answers.
     *
     * @param person name, initials and role
     * @param answers number of finished answers
     * @param manners number of these by how they were coded last
     * @param doubts number of these with a doubt
     */
    public record Work(Coder person, int answers, Map<Manner, Integer> manners, int doubts) {
        public int of(Manner manner) {
            return manners.getOrDefault(manner, 0);
        }

        private static Work none(CoderName coder) {
            return new Work(unknown(coder), 0, Map.of(), 0);
        }
    }

    /** The work of all coders of a question. */
    public Team run(StudyName study, QuestionName question) {
        new ListStudies(workspace).question(study, question);
        Map<CoderName, Work> work = new TreeMap<>(Comparator.comparing(CoderName::value));
        database.coders().of(study).forEach(person -> work.put(person.name(), new Work(person, 0, Map.of(), 0)));
        int agreed = 0;
        for (Coding coding : database.codings().ofQuestion(study, question)) {
            if (coding.coder().equals(CoderName.AGREED)) {
                agreed += coding.finished() ? 1 : 0;
            } else {
                Work before = work.computeIfAbsent(coding.coder(), Work::none);
                work.put(coding.coder(), coding.finished() ? with(before, coding) : before);
            }
        }
        return new Team(List.copyOf(work.values()), agreed, database.studies().referenceCoder(study, question));
    }

    /** A person without a stored role codes. */
    static Coder unknown(CoderName name) {
        return new Coder(name, Coder.initialsOf(name), Coder.Role.CODES);
    }

    private static Work with(Work work, Coding coding) {
        Map<Manner, Integer> manners = new LinkedHashMap<>(work.manners());
        manners.merge(coding.manner(), 1, Integer::sum);
        return new Work(work.person(), work.answers() + 1, manners, work.doubts() + (coding.doubt() ? 1 : 0));
    }
}
