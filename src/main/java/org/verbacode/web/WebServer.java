package org.verbacode.web;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.web.codebook.CodebookPages;
import org.verbacode.web.coders.AgreementPages;
import org.verbacode.web.coders.CorrectionPages;
import org.verbacode.web.coders.DoubtPages;
import org.verbacode.web.coders.PacketPages;
import org.verbacode.web.coders.SettlePages;
import org.verbacode.web.coders.TeamPages;
import org.verbacode.web.comparison.ModelComparisonPages;
import org.verbacode.web.exchange.ExportPages;
import org.verbacode.web.home.HomePages;
import org.verbacode.web.identities.IdentityPages;
import org.verbacode.web.importing.ImportPages;
import org.verbacode.web.job.JobPages;
import org.verbacode.web.job.Jobs;
import org.verbacode.web.lists.ListPages;
import org.verbacode.web.lists.TablePages;
import org.verbacode.web.model.ModelPages;
import org.verbacode.web.page.Pages;
import org.verbacode.web.page.PersonPages;
import org.verbacode.web.page.Views;
import org.verbacode.web.quality.QualityPages;
import org.verbacode.web.results.ResultsPages;
import org.verbacode.web.review.AnswersPages;
import org.verbacode.web.review.ReviewPages;
import org.verbacode.web.waves.WavePages;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.lists.CodeTogether;
import org.verbacode.workflow.model.LiveModels;
import org.verbacode.workflow.review.AssistCoder;
import org.verbacode.workflow.review.ListAnswers;
import org.verbacode.workflow.review.ReviewAnswers;
import org.verbacode.workflow.review.WarmUp;
import org.verbacode.workflow.search.SearchAnswers;

/** The web server of one workspace, on loopback only. */
public final class WebServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int MAX_THREADS = 16;

    private final Javalin server;
    private final Jobs jobs = new Jobs();
    private final SearchAnswers search;
    private final LiveModels live;

    private WebServer(Workspace workspace, int port) {
        Views views = new Views();
        search = new SearchAnswers(workspace);
        live = new LiveModels(workspace);
        ReviewAnswers review = new ReviewAnswers(workspace, search, live);
        AssistCoder assistance = new AssistCoder(workspace, review, search);
        HomePages home = new HomePages(views, workspace, jobs);
        List<Pages> pages = List.of(
                new Guard(this::port),
                new ErrorPages(views),
                new Assets(),
                new PersonPages(views),
                home,
                new ReviewPages(views, workspace, review, assistance),
                new AnswersPages(
                        views,
                        workspace,
                        review,
                        new ListAnswers(workspace, search, live),
                        new CodeTogether(workspace, live),
                        search),
                new ListPages(views, workspace, live),
                new TablePages(views, workspace, live),
                new CodebookPages(views, workspace),
                new TeamPages(views, workspace),
                new PacketPages(views, workspace),
                new AgreementPages(views, workspace),
                new SettlePages(views, workspace, assistance),
                new CorrectionPages(views, workspace),
                new DoubtPages(views, workspace),
                new ModelPages(views, workspace, jobs),
                new ModelComparisonPages(views, workspace, jobs),
                new QualityPages(workspace, jobs),
                new WavePages(views, workspace),
                new ResultsPages(views, workspace),
                new ExportPages(workspace),
                new ImportPages(views, workspace, jobs),
                new IdentityPages(views, workspace, jobs),
                new JobPages(views, jobs));
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.jetty.threadPool = new QueuedThreadPool(MAX_THREADS, 2);
            pages.forEach(page -> page.addTo(config.routes));
        });
        try {
            server.start(LOOPBACK, port);
        } catch (JavalinBindException e) {
            throw new RefusedException(Message.of("web.port.taken", String.valueOf(port)), e);
        }
        home.begin();
        new WarmUp(workspace, search, live).start();
    }

    /**
     * Serves the workspace until closed.
     *
     * @param port on 127.0.0.1; 0 for any free one
     * @throws RefusedException if the port is in use
     */
    public static WebServer start(Workspace workspace, int port) {
        return new WebServer(workspace, port);
    }

    private int port() {
        return server.port();
    }

    /** The address of the application. */
    public String address() {
        return "http://" + LOOPBACK + ":" + port() + "/";
    }

    @Override
    public void close() {
        server.stop();
        jobs.close();
        live.close();
        search.close();
    }
}
