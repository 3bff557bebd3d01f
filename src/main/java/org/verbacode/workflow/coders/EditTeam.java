package org.verbacode.workflow.coders;

import java.util.List;
import java.util.Optional;
import org.verbacode.coding.Coder;
import org.verbacode.coding.Coder.Role;
import org.verbacode.coding.CoderName;
import org.verbacode.store.Database;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.Workspace;

/**
 * Gives people roles and names the reference coder. In a study that nobody leads yet, everybody may; afterwards those who
 * lead.
 */
public final class EditTeam {
    private final Database database;

    public EditTeam(Workspace workspace) {
        this.database = workspace.database();
    }

    /** Whether a person may do what is for those who lead. */
    public boolean mayLead(StudyName study, Optional<CoderName> person) {
        boolean isLed = database.coders().of(study).stream().anyMatch(coder -> coder.role() == Role.LEADS);
        return !isLed
                || person.flatMap(name -> database.coders().find(study, name))
                        .map(coder -> coder.role() == Role.LEADS)
                        .orElse(false);
    }

    /**
     * Refuses what is for those who lead.
     *
     * @throws RefusedException if the study is led by others
     */
    public void requireLead(StudyName study, Optional<CoderName> person) {
        if (!mayLead(study, person)) {
            throw new RefusedException(Message.of("workflow.coders.team.lead"));
        }
    }

    /**
     * Adds a person or changes their initials or role.
     *
     * @param by who does it
     * @throws RefusedException if {@code by} does not lead, or nobody would lead any more
     */
    public void save(StudyName study, Coder person, Optional<CoderName> by) {
        requireLead(study, by);
        if (person.name().equals(CoderName.AGREED)) {
            throw new RefusedException(Message.of("coding.coder.agreed"));
        }
        boolean wasTheOnlyLead = person.role() == Role.CODES
                && database.coders().of(study).stream()
                        .filter(coder -> coder.role() == Role.LEADS)
                        .map(Coder::name)
                        .toList()
                        .equals(List.of(person.name()));
        if (wasTheOnlyLead) {
            throw new RefusedException(
                    Message.of("workflow.coders.team.last", person.name().value()));
        }
        database.coders().save(study, person);
    }

    /** Names the coder whose codings count where there is no agreed coding. */
    public void setReference(StudyName study, QuestionName question, CoderName coder, Optional<CoderName> by) {
        requireLead(study, by);
        database.studies().setReferenceCoder(study, question, coder);
    }
}
