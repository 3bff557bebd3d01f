package org.verbacode.web.comparison;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.ModelName;
import org.verbacode.learning.ModelCard;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.web.job.Job;
import org.verbacode.web.job.JobPages;
import org.verbacode.web.job.Jobs;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.Page;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.web.page.Views;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.comparison.CompareModels;
import org.verbacode.workflow.comparison.ModelComparison;
import org.verbacode.workflow.model.ChooseModel;

/** The comparison page: two versions of a question's model, side by side. */
public final class ModelComparisonPages implements Pages {
    private static final String PATH = "/model/compare";

    private final Views views;
    private final Jobs jobs;
    private final ListStudies studies;
    private final ChooseModel models;
    private final CompareModels comparing;

    public ModelComparisonPages(Views views, Workspace workspace, Jobs jobs) {
        this.views = views;
        this.jobs = jobs;
        this.studies = new ListStudies(workspace);
        this.models = new ChooseModel(workspace);
        this.comparing = new CompareModels(workspace);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::show);
        routes.post(PATH, this::suggest);
    }

    private void show(Context context) {
        PageRequest visit = new PageRequest(context);
        StudyName study = visit.study();
        QuestionName question = visit.question();
        Page page = visit.about("model", study, question, studies, Message.of("web.comparison.title"));
        List<ChooseModel.Version> versions = models.of(study, question);
        Optional<CompareModels.Pair> pair =
                visit.given("one").isEmpty() ? CompareModels.usual(versions) : Optional.of(pair(visit));
        boolean twice = pair.isPresent() && pair.get().one().equals(pair.get().other());
        ModelComparison comparison = pair.isEmpty() || twice ? null : compared(visit, pair.get());
        views.show(
                context,
                "comparison/comparison",
                page,
                Map.of(
                        "view",
                        new ModelComparisonView(
                                page,
                                versions,
                                pair.map(CompareModels.Pair::one).orElse(null),
                                pair.map(CompareModels.Pair::other).orElse(null),
                                comparison,
                                comparison == null ? Map.of() : comparing.quotes(comparison))));
    }

    private static CompareModels.Pair pair(PageRequest visit) {
        return new CompareModels.Pair(new ModelName(visit.needed("one")), new ModelName(visit.needed("other")));
    }

    private ModelComparison compared(PageRequest visit, CompareModels.Pair pair) {
        ModelComparison comparison = comparing.cards(pair.one(), pair.other());
        ModelCard card = comparison.one().card();
        if (!card.study().equals(visit.study().value())
                || !card.question().equals(visit.question().value())) {
            throw new RefusedException(Message.of(
                    "workflow.model.other",
                    card.model(),
                    card.question(),
                    card.study(),
                    visit.question().value()));
        }
        return comparison;
    }

    private void suggest(Context context) {
        PageRequest visit = new PageRequest(context);
        studies.question(visit.study(), visit.question());
        CompareModels.Pair pair = pair(visit);
        compared(visit, pair);
        Message title = Message.of(
                "web.comparison.running", pair.one().value(), pair.other().value());
        String next = Links.to(
                        PATH,
                        "study",
                        visit.study().value(),
                        "question",
                        visit.question().value(),
                        "one",
                        pair.one().value(),
                        "other",
                        pair.other().value())
                + "#proposed";
        Job job = jobs.start(title, next, progress -> {
            refuse(comparing.run(pair.one(), pair.other(), progress).unsuggested());
            return Job.Outcome.seenOnTheNextPage(title);
        });
        context.redirect(JobPages.address(job), HttpStatus.SEE_OTHER);
    }

    private static void refuse(@Nullable Message whyNot) {
        if (whyNot != null) {
            throw new RefusedException(whyNot);
        }
    }
}
