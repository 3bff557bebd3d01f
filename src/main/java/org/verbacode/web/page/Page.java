package org.verbacode.web.page;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.verbacode.study.Message;

/**
 * What every page shows around its content.
 *
 * @param title of the browser's tab and of the page
 * @param here the section of the navigation the page belongs to; empty for none
 * @param study the study the page is about; empty for none
 * @param question the open question the page is about; empty for none
 * @param questions the open questions of the study
 * @param coder who is coding; empty before the name was asked
 * @param address of the page itself, to come back to
 */
public record Page(
        Locale locale,
        String title,
        String here,
        String study,
        String question,
        List<String> questions,
        String coder,
        String address) {

    /** The sections of a question, in the order of the navigation; each is the name of its path and of its label. */
    private static final List<String> SECTIONS = List.of("review", "answers", "codebook", "model", "results");

    public Page {
        questions = List.copyOf(questions);
    }

    public List<String> sections() {
        return question.isEmpty() ? List.of() : SECTIONS;
    }

    /** The address of a section for the question the page is about. */
    public String section(String section) {
        return Links.to("/" + section, "study", study, "question", question);
    }

    /**
     * The review screen with answers to do, at random, and no suggestion before the coder has decided: how answers that
     * judge a model are coded.
     *
     * @param wave the answers are of; empty for every wave
     */
    public String blindQueue(String wave) {
        return Links.to(
                "/review", "study", study, "question", question, "order", "random", "wave", wave, "way", "code_first");
    }

    /**
     * The address of the review screen at one answer, among all of the question in their order.
     *
     * @param answer its id
     */
    public String review(String answer) {
        return Links.to(
                "/review", "study", study, "question", question, "order", "list", "status", "all", "answer", answer);
    }

    /** The same section for another question. */
    public String forQuestion(String other) {
        return Links.to("/" + (here.isEmpty() ? "answers" : here), "study", study, "question", other);
    }

    /** A sentence of the web's own bundle. */
    public String text(String key, Object... arguments) {
        return text(Message.of("web." + key, arguments));
    }

    /** In French, signs that stand apart from their word never begin a line. */
    public String text(Message message) {
        String text = message.in(locale);
        return isFrench()
                ? text.replace("« ", "«\u00a0")
                        .replace(" »", "\u00a0»")
                        .replace(" ;", "\u202f;")
                        .replace(" ?", "\u202f?")
                        .replace(" !", "\u202f!")
                        .replace(" :", "\u00a0:")
                : text;
    }

    /** A number as the language writes it. */
    public String number(long value) {
        return String.format(locale, "%,d", value);
    }

    /** A number with decimals as the language writes it. */
    public String decimals(double value, int decimals) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    /** A share from 0 to 1 as a percentage. */
    public String percent(double share, int decimals) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(share);
    }

    /** A difference with its sign; none before a zero that only rounding made. */
    public String signed(double value, int decimals) {
        String size = decimals(Math.abs(value), decimals);
        boolean zero = size.chars().noneMatch(sign -> sign >= '1' && sign <= '9');
        return zero ? size : (value < 0 ? "−" : "+") + size;
    }

    /** The day of a moment in ISO 8601. */
    public String day(String moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault())
                .format(Instant.parse(moment));
    }

    public String link(String path, String... parameters) {
        return Links.to(path, parameters);
    }

    /** The address that shows this page in the other language. */
    public String otherLanguage() {
        return Links.to("/language", "to", isFrench() ? "en" : "fr", "back", address);
    }

    public boolean isFrench() {
        return locale.getLanguage().equals("fr");
    }
}
