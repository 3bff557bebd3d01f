package org.verbacode.web.coders;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.verbacode.coding.Coder;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Draw;
import org.verbacode.coding.Round;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.study.WaveName;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.Page;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.web.page.Views;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.coders.CloseRound;
import org.verbacode.workflow.coders.DescribeCoders;
import org.verbacode.workflow.coders.DrawRound;
import org.verbacode.workflow.coders.EditTeam;
import org.verbacode.workflow.coders.FindRound;
import org.verbacode.workflow.coders.RoundProgress;
import org.verbacode.workflow.coders.SampleSize;
import org.verbacode.workflow.coders.ShowOwnWork;
import org.verbacode.workflow.coders.ShowRound;

/** The team page ({@code /team}): people and their work, rounds of blind coding. */
public final class TeamPages implements Pages {
    private final Views views;
    private final Workspace workspace;
    private final ListStudies studies;
    private final EditTeam team;

    public TeamPages(Views views, Workspace workspace) {
        this.views = views;
        this.workspace = workspace;
        this.studies = new ListStudies(workspace);
        this.team = new EditTeam(workspace);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/team", this::show);
        routes.post("/team/person", this::person);
        routes.post("/team/reference", this::reference);
        routes.post("/team/draw", this::draw);
        routes.post("/team/close", this::end);
    }

    private void show(Context context) {
        PageRequest visit = new PageRequest(context);
        Page page = visit.about("team", visit.study(), visit.question(), studies, Message.of("web.section.team"));
        ShowRound show = new ShowRound(workspace);
        DescribeCoders.Team coders = new DescribeCoders(workspace).run(visit.study(), visit.question());
        List<RoundProgress> rounds = new FindRound(workspace)
                .all().stream()
                        .filter(round -> round.draw().study().equals(visit.study())
                                && round.draw().question().equals(visit.question()))
                        .map(show::progress)
                        .toList();
        TeamView view = new TeamView(
                page,
                coders,
                rounds,
                studies.waves(visit.study()),
                visit.coder().map(coder -> new ShowOwnWork(workspace)
                        .run(visit.study(), visit.question(), coder, coders, rounds)),
                team.mayLead(visit.study(), visit.coder()));
        views.show(context, "coders/team", page, Map.of("view", view));
    }

    private void person(Context context) {
        PageRequest visit = new PageRequest(context);
        CoderName name = new CoderName(visit.given("name"));
        String initials = visit.given("initials").strip();
        Coder.Role role = visit.given("role").equals("leads") ? Coder.Role.LEADS : Coder.Role.CODES;
        team.save(
                visit.study(),
                new Coder(name, initials.isEmpty() ? Coder.initialsOf(name) : initials, role),
                visit.coder());
        back(context, visit);
    }

    private void reference(Context context) {
        PageRequest visit = new PageRequest(context);
        studies.question(visit.study(), visit.question());
        team.setReference(visit.study(), visit.question(), new CoderName(visit.needed("name")), visit.coder());
        back(context, visit);
    }

    private void draw(Context context) {
        PageRequest visit = new PageRequest(context);
        team.requireLead(visit.study(), visit.coder());
        String wave = visit.given("wave");
        String seed = visit.given("seed").strip();
        String name = visit.given("name").strip();
        if (!seed.matches("-?[0-9]{0,18}")) {
            throw new RefusedException(Message.of("web.coders.seed", seed));
        }
        new DrawRound(workspace)
                .run(new DrawRound.Request(
                        visit.study(),
                        visit.question(),
                        SampleSize.of(visit.needed("n")),
                        purpose(visit.given("for")),
                        wave.isBlank() ? null : new WaveName(wave),
                        coders(context, visit),
                        seed.isEmpty() ? null : Long.valueOf(seed),
                        name.isEmpty() ? null : name));
        back(context, visit);
    }

    /** The coders that are ticked, and those typed. */
    private static List<CoderName> coders(Context context, PageRequest visit) {
        List<String> typed = Arrays.asList(visit.given("others").split(",", -1));
        return Stream.concat(context.formParams("coder").stream(), typed.stream())
                .filter(name -> !name.isBlank())
                .map(CoderName::new)
                .distinct()
                .toList();
    }

    private static Draw.Purpose purpose(String typed) {
        return Arrays.stream(Draw.Purpose.values())
                .filter(purpose -> purpose.name().toLowerCase(Locale.ROOT).equals(typed))
                .findFirst()
                .orElse(Draw.Purpose.DOUBLE_CODING);
    }

    private void end(Context context) {
        PageRequest visit = new PageRequest(context);
        Round round = new FindRound(workspace).named(visit.needed("draw"));
        Optional<CoderName> coder = visit.coder();
        new CloseRound(workspace)
                .run(round, coder.orElseThrow(() -> new RefusedException(Message.of("web.review.coder"))));
        back(context, visit);
    }

    private static void back(Context context, PageRequest visit) {
        context.redirect(
                Links.to(
                        "/team",
                        "study",
                        visit.study().value(),
                        "question",
                        visit.question().value()),
                HttpStatus.SEE_OTHER);
    }
}
