package org.verbacode.web.lists;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.study.Message;
import org.verbacode.study.RefusedException;
import org.verbacode.study.WaveName;
import org.verbacode.web.page.Links;
import org.verbacode.web.page.PageRequest;
import org.verbacode.workflow.lists.ListPlace;

/** Reads coder, question, answers and codes from the parameters of a request. */
final class ListParameters {
    private final Context context;
    private final PageRequest visit;

    ListParameters(Context context) {
        this.context = context;
        this.visit = new PageRequest(context);
    }

    PageRequest visit() {
        return visit;
    }

    /** The coder's work on the question; empty, and the visitor is sent to give a name, if there is no coder. */
    Optional<ListPlace> asked() {
        if (visit.coder().isEmpty()) {
            context.redirect(Links.to("/coder", "back", visit.address()), HttpStatus.SEE_OTHER);
        }
        return visit.coder().map(coder -> new ListPlace(visit.study(), visit.question(), coder));
    }

    /**
     * The coder's work on the question, for an act.
     *
     * @throws RefusedException if the page was opened under another name
     */
    ListPlace acting() {
        CoderName coder = visit.coder().orElseThrow(() -> new RefusedException(Message.of("web.review.coder")));
        String opened = visit.given("as");
        if (!opened.isEmpty() && !opened.equals(coder.value())) {
            throw new RefusedException(Message.of("web.lists.other_coder", coder.value()));
        }
        return new ListPlace(visit.study(), visit.question(), coder, visit.sent());
    }

    int page() {
        String page = visit.given("page");
        return page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1;
    }

    @Nullable
    CodeId code() {
        String code = visit.given("code");
        return code.isBlank() ? null : new CodeId(code);
    }

    @Nullable
    WaveName wave() {
        String wave = visit.given("wave");
        return wave.isBlank() ? null : new WaveName(wave);
    }

    /** All values of a field of the form as code ids. */
    List<CodeId> codes(String field) {
        return context.formParams(field).stream()
                .filter(code -> !code.isBlank())
                .map(CodeId::new)
                .toList();
    }
}
