package org.verbacode.web.page;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.verbacode.coding.CoderName;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.ListStudies;
import org.verbacode.workflow.SentAct;

/** The parameters of a request: coder, language, study and question. */
public final class PageRequest {
    private static final int YEAR_SECONDS = 365 * 24 * 3600;
    private static final String CODER = "verbacode-coder";
    private static final String LANGUAGE = "verbacode-lang";

    private static final Pattern SENT = Pattern.compile("[0-9a-f-]{36}");

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

    /** A parameter of the address or the form; empty if it is missing. */
    public String given(String name) {
        String query = context.queryParam(name);
        if (query != null) {
            return query;
        }
        String form = context.formParam(name);
        return form == null ? "" : form;
    }

    /** A required parameter. */
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

    /** How the page sent the act of this request. */
    public SentAct sent() {
        String id = given("sent");
        return new SentAct(SENT.matcher(id).matches() ? id : "", given("seen"));
    }

    /** All values of a field of the form as answer ids. */
    public List<AnswerId> answers(String field) {
        return context.formParams(field).stream().map(PageRequest::answer).toList();
    }

    /** @throws RefusedException if it is no answer's id */
    public static AnswerId answer(String id) {
        try {
            return new AnswerId(id);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Message.of("workflow.answer.unknown"), e);
        }
    }

    /** Whether a script asks for a fragment instead of a whole page. */
    public boolean wantsPart() {
        return context.header("X-Part") != null;
    }

    /** The requested address, within the application. */
    public String address() {
        String query = context.queryString();
        return context.path() + (query == null ? "" : "?" + query);
    }

    /** A page outside any study. */
    public Page page(String titleKey, Object... arguments) {
        return about("", "", "", List.of(), Message.of("web." + titleKey, arguments));
    }

    /** A page of a study, which must exist. */
    public Page about(StudyName study, ListStudies studies, Message title) {
        return about("", study.value(), "", names(study, studies), title);
    }

    /** A page of a question, which must exist. */
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
