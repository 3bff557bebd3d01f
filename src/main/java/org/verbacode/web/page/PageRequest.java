package org.verbacode.web.page;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.verbacode.coding.CoderName;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.ListStudies;

/** What a request says: who asks, in which language, about which study and question. */
public final class PageRequest {
    private static final int YEAR_SECONDS = 365 * 24 * 3600;
    private static final String CODER = "verbacode-coder";
    private static final String LANGUAGE = "verbacode-lang";

    private final Context context;

    public PageRequest(Context context) {
        this.context = context;
    }

    public Locale locale() {
        return "en".equals(context.cookie(LANGUAGE)) ? Locale.ENGLISH : Locale.FRENCH;
    }

    public Optional<CoderName> coder() {
        String cookie = context.cookie(CODER);
        if (cookie == null || cookie.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CoderName(URLDecoder.decode(cookie, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | RefusedException e) {
            return Optional.empty();
        }
    }

    void remember(CoderName coder) {
        keep(CODER, Links.encoded(coder.value()));
    }

    void remember(Locale locale) {
        keep(LANGUAGE, locale.getLanguage());
    }

    private void keep(String name, String value) {
        context.cookie(new Cookie(name, value, "/", YEAR_SECONDS, false, true, null, SameSite.STRICT));
    }

    /** A parameter of the address or of the form; empty if it is missing. */
    public String given(String name) {
        String query = context.queryParam(name);
        if (query != null) {
            return query;
        }
        String form = context.formParam(name);
        return form == null ? "" : form;
    }

    /** A parameter the page cannot do without. */
    public String needed(String name) {
        String value = given(name);
        if (value.isBlank()) {
            throw new RefusedException(Message.of("web.parameter", name));
        }
        return value;
    }

    public StudyName study() {
        return new StudyName(needed("study"));
    }

    public QuestionName question() {
        return new QuestionName(needed("question"));
    }

    /** Whether a script asks for a part of a page instead of the browser for a whole one. */
    public boolean wantsPart() {
        return context.header("X-Part") != null;
    }

    /** The address that was asked for, within the application. */
    public String address() {
        String query = context.queryString();
        return context.path() + (query == null ? "" : "?" + query);
    }

    /** A page about no study in particular. */
    public Page page(String titleKey, Object... arguments) {
        return about("", "", "", List.of(), Message.of("web." + titleKey, arguments));
    }

    /** A page about a whole study, which must exist. */
    public Page about(StudyName study, ListStudies studies, Message title) {
        return about("", study.value(), "", names(study, studies), title);
    }

    /** A page about one question of a study, both of which must exist. */
    public Page about(String here, StudyName study, QuestionName question, ListStudies studies, Message title) {
        return about(
                here, study.value(), studies.question(study, question).name().value(), names(study, studies), title);
    }

    private static List<String> names(StudyName study, ListStudies studies) {
        return studies.questions(study).stream()
                .map(question -> question.name().value())
                .toList();
    }

    private Page about(String here, String study, String question, List<String> questions, Message title) {
        return new Page(
                locale(),
                title.in(locale()),
                here,
                study,
                question,
                questions,
                coder().map(CoderName::value).orElse(""),
                context.method().name().equals("GET") ? address() : "/");
    }
}
