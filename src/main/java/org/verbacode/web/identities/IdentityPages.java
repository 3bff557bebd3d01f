package org.verbacode.web.identities;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verbacode.language.Identity;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.web.job.Job;
import org.verbacode.web.job.JobPages;
import org.verbacode.web.job.Jobs;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.web.page.Views;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.identities.MaskIdentities;
import org.verbacode.workflow.identities.MaskIdentities.Choice;
import org.verbacode.workflow.identities.MaskIdentities.Find;

/** The pages of pseudonymisation: identifying spans found, confirmed, masked, and originals purged. */
public final class IdentityPages implements Pages {
    private static final Pattern CHOICE =
            Pattern.compile("([0-9a-f]{32}):([0-9]{1,9}):([A-Z_]{1,30}):(.+)", Pattern.DOTALL);

    private final Views views;
    private final Jobs jobs;
    private final ListStudies studies;
    private final MaskIdentities identities;
    private final Map<StudyName, List<Find>> found = new ConcurrentHashMap<>();

    public IdentityPages(Views views, Workspace workspace, Jobs jobs) {
        this.views = views;
        this.jobs = jobs;
        this.studies = new ListStudies(workspace);
        this.identities = new MaskIdentities(workspace);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/identities", this::show);
        routes.post("/identities/find", this::find);
        routes.post("/identities/mask", this::mask);
        routes.post("/identities/purge", this::purge);
    }

    private void show(Context context) {
        PageRequest visit = new PageRequest(context);
        StudyName study = known(visit);
        views.show(
                context,
                "identities/identities",
                visit.about(study, studies, Message.of("web.identities.title")),
                Map.of(
                        "study",
                        study.value(),
                        "finds",
                        found.getOrDefault(study, List.of()),
                        "searched",
                        found.containsKey(study),
                        "unmasked",
                        identities.unmasked(study)));
    }

    private void find(Context context) {
        StudyName study = known(new PageRequest(context));
        begin(context, study, Message.of("web.identities.finding", study.value()), progress -> {
            List<Find> finds = identities.find(study, progress);
            found.put(study, finds);
            return Job.Outcome.seenOnTheNextPage(Message.of("web.identities.found", finds.size()));
        });
    }

    private void mask(Context context) {
        StudyName study = known(new PageRequest(context));
        List<Choice> choices = new ArrayList<>();
        for (String chosen : context.formParams("find")) {
            choices.add(choice(chosen));
        }
        begin(context, study, Message.of("web.identities.masking", study.value()), progress -> {
            int answers = identities.mask(study, choices);
            found.remove(study);
            return Job.Outcome.of(Message.of("web.identities.masked", answers));
        });
    }

    private void purge(Context context) {
        PageRequest visit = new PageRequest(context);
        StudyName study = known(visit);
        if (!visit.given("sure").equals("yes")) {
            throw new RefusedException(Message.of("web.identities.unsure"));
        }
        begin(
                context,
                study,
                Message.of("web.identities.purging", study.value()),
                progress -> Job.Outcome.of(Message.of("web.identities.purged", identities.purge(study, progress))));
    }

    private void begin(Context context, StudyName study, Message title, Function<Progress, Job.Outcome> work) {
        Job job = jobs.start(title, Links.to("/identities", "study", study.value()), work);
        context.redirect(JobPages.address(job), HttpStatus.SEE_OTHER);
    }

    private StudyName known(PageRequest visit) {
        StudyName study = visit.study();
        studies.questions(study);
        return study;
    }

    private static Choice choice(String chosen) {
        Matcher matcher = CHOICE.matcher(chosen);
        if (!matcher.matches()) {
            throw new RefusedException(Message.of("workflow.identities.changed"));
        }
        try {
            int start = Integer.parseInt(matcher.group(2));
            String text = matcher.group(4);
            return new Choice(
                    new AnswerId(matcher.group(1)),
                    new Identity(start, start + text.length(), Identity.Kind.valueOf(matcher.group(3)), text));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Message.of("workflow.identities.changed"), e);
        }
    }
}
