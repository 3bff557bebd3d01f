package org.verbacode.web.coders;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Round;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.web.importing.Uploads;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.Page;
import org.verbacode.web.page.PageRequest;
import org.verbacode.web.page.Pages;
import org.verbacode.web.page.Views;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.coders.FindRound;
import org.verbacode.workflow.coders.MakePacket;
import org.verbacode.workflow.coders.MergePackets;

/** Packets for other computers: downloaded ({@code /packet}) and taken back ({@code /packet/merge}). */
public final class PacketPages implements Pages {
    private static final String FIELD = "packet";

    private final Views views;
    private final Workspace workspace;
    private final Uploads uploads;

    public PacketPages(Views views, Workspace workspace) {
        this.views = views;
        this.workspace = workspace;
        this.uploads = new Uploads(workspace.cache().resolve("packets"));
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/packet", this::send);
        routes.post("/packet/merge", this::merge);
    }

    private void send(Context context) {
        PageRequest visit = new PageRequest(context);
        Round round = new FindRound(workspace).named(visit.needed("draw"));
        CoderName coder = new CoderName(visit.needed("coder"));
        MakePacket.Kind kind = Arrays.stream(MakePacket.Kind.values())
                .filter(candidate -> candidate.name().equalsIgnoreCase(visit.given("kind")))
                .findFirst()
                .orElse(MakePacket.Kind.XLSX);
        byte[] content = new MakePacket(workspace).content(round, coder, kind, visit.locale());
        String name = round.name() + "-" + coder.value() + "." + kind.name().toLowerCase(Locale.ROOT);
        context.header("Content-Disposition", "attachment; filename*=UTF-8''" + Links.encoded(name));
        context.contentType("application/octet-stream").result(content);
    }

    private void merge(Context context) {
        PageRequest visit = new PageRequest(context);
        String token = Uploads.token();
        try {
            Path file = uploads.keep(context, FIELD, token)
                    .orElseThrow(() -> new RefusedException(Message.of("web.importing.choose")));
            String coder = visit.given("coder").strip();
            MergePackets.Report report =
                    new MergePackets(workspace).run(file, null, coder.isEmpty() ? null : new CoderName(coder));
            Page page = visit.page("coders.merged");
            views.show(context, "coders/merged", page, Map.of("report", report));
        } finally {
            uploads.forget(token);
        }
    }
}
