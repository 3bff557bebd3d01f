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
 * The data of the frame around every page.
 *
 * @param title of the page and of the browser's tab
 * @param here the current section of the navigation; empty for none
 * @param study the current study; empty for none
 * @param question the current open question; empty for none
 * @param questions the open questions of the study
 * @param coder the current coder; empty before the name was asked
 * @param address of the page itself
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

    /** The sections of a question in the order of the navigation: names of paths and of labels. */
    private static final List<String> SECTIONS = List.of("review", "answers", "codebook", "team", "model", "results");

    public Page {
        questions = List.copyOf(questions);
    }

    public List<String> sections() {
        return question.isEmpty() ? List.of() : SECTIONS;
    }

    /** The address of a section of the current question. */
    public String section(String section) {
        return Links.to("/" + section, "study", study, "question", question);
    }

    /**
     * The review screen with uncoded answers at random, coded first: how answers that judge a model are coded.
     *
     * @param wave only its answers; empty for all waves
     */
    public String blindQueue(String wave) {
        return Links.to(
                "/review", "study", study, "question", question, "order", "random", "wave", wave, "way", "code_first");
    }

    /**
     * The review screen at one answer, among all answers in their order.
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

    /** A sentence of a bundle of the web. */
    public String text(String key, Object... arguments) {
        return text(Message.of("web." + key, arguments));
    }

    /** In French, punctuation after a space never begins a line. */
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

    /** A number formatted for the language. */
    public String number(long value) {
        return String.format(locale, "%,d", value);
    }

    /** A number with decimals, formatted for the language; a rounded zero has no sign. */
    public String decimals(double value, int decimals) {
        String signed = signed(value, decimals);
        return signed.startsWith("+") ? signed.substring(1) : signed;
    }

    private String unsigned(double value, int decimals) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(Math.abs(value));
    }

    /** A share from 0 to 1 as a percentage. */
    public String percent(double share, int decimals) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(share);
    }

    /** A difference with its sign; none before a rounded zero. */
    public String signed(double value, int decimals) {
        String size = unsigned(value, decimals);
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

    /** A moment as day and time. */
    public String time(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault())
                .format(moment);
    }

    public String link(String path, String... parameters) {
        return Links.to(path, parameters);
    }

    /** The address of this page in the other language. */
    public String otherLanguage() {
        return Links.to("/language", "to", isFrench() ? "en" : "fr", "back", address);
    }

    public boolean isFrench() {
        return locale.getLanguage().equals("fr");
    }
}
