package org.verbacode.web.results;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import org.verbacode.results.CodedAnswer.Source;
import org.verbacode.results.chart.Chart;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.StudyName;
import org.verbacode.web.page.Downloads;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.web.page.Views;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.results.CountCodes;
import org.verbacode.workflow.results.PublishResults;

/** The results page: codes by wave as chart, table and files. */
public final class ResultsPages implements Pages {
    private final Views views;
    private final ListStudies studies;
    private final CountCodes counts;

    public ResultsPages(Views views, Workspace workspace) {
        this.views = views;
        this.studies = new ListStudies(workspace);
        this.counts = new CountCodes(workspace);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/results", this::show);
        routes.get(
                "/results/chart.svg",
                context -> Downloads.svg(context, "", results(context).chart(figure(context))));
        routes.get(
                "/results/chart.png",
                context -> Downloads.png(context, "", results(context).chart(figure(context))));
        routes.get(
                "/results/codes.csv",
                context -> Downloads.send(
                        context,
                        "",
                        "text/csv;charset=utf-8",
                        "csv",
                        results(context).csv()));
        routes.get(
                "/results/codes.xlsx",
                context -> Downloads.send(
                        context,
                        "",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "xlsx",
                        results(context).xlsx()));
    }

    private void show(Context context) {
        PageRequest visit = new PageRequest(context);
        StudyName study = visit.study();
        QuestionName question = visit.question();
        CountCodes.Counted counted = counts.of(study, question);
        PublishResults results = new PublishResults(counted, visit.locale());
        boolean model = visit.given("source").equals("model") || !results.has(Source.PEOPLE);
        views.show(
                context,
                "results/results",
                visit.about("results", study, question, studies, Message.of("web.results.title", question.value())),
                Map.of(
                        "view",
                        new ResultsView(counted, results, visit.locale()),
                        "source",
                        model && results.has(Source.MODEL) ? "model" : "people",
                        "measure",
                        visit.given("measure").equals("share") ? "share" : "count"));
    }

    private PublishResults results(Context context) {
        PageRequest visit = new PageRequest(context);
        return new PublishResults(counts.of(visit.study(), visit.question()), visit.locale());
    }

    private static Chart.Figure figure(Context context) {
        PageRequest visit = new PageRequest(context);
        return new Chart.Figure(
                visit.given("source").equals("model") ? Source.MODEL : Source.PEOPLE,
                visit.given("measure").equals("share") ? Chart.Measure.SHARE : Chart.Measure.COUNT);
    }
}
