package org.verbacode.web.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.verbacode.coding.Code;
import org.verbacode.results.CodedAnswer.Source;
import org.verbacode.results.Frequencies;
import org.verbacode.results.Share;
import org.verbacode.results.chart.Chart;
import org.verbacode.study.Message;
import org.verbacode.study.WaveName;
import org.verbacode.workflow.results.CountCodes.Counted;
import org.verbacode.workflow.results.PublishResults;

/** The data of the results page's and the report's templates. */
public record ResultsView(Counted counted, PublishResults results, Locale locale) {

    public String text(String key, Object... arguments) {
        return Message.of("web." + key, arguments).in(locale);
    }

    public Frequencies frequencies() {
        return counted.frequencies();
    }

    /** The wordings of the question with their waves. */
    public Map<String, String> wordings() {
        Map<String, String> wordings = new LinkedHashMap<>();
        counted.question()
                .wordings()
                .forEach((wave, wording) -> wordings.merge(wording, wave.value(), (one, other) -> one + ", " + other));
        return wordings;
    }

    public boolean hasPeople() {
        return results.has(Source.PEOPLE);
    }

    public boolean hasModel() {
        return results.has(Source.MODEL);
    }

    public List<Frequencies.Row> rows(Code code) {
        return frequencies().of(code);
    }

    public String number(long value) {
        return String.format(locale, "%,d", value);
    }

    /** Whether the table shows people's codes of a wave; those of the model only where no person has coded. */
    public boolean byPeople(WaveName wave) {
        Frequencies.WaveTotal total = total(wave);
        return total.coded() > 0 || total.sorted() == 0;
    }

    /** The share that the table shows. */
    public Share shown(Frequencies.Row row) {
        return byPeople(row.wave()) ? row.people() : row.model();
    }

    private Frequencies.WaveTotal total(WaveName wave) {
        return frequencies().waves().stream()
                .filter(total -> total.wave().equals(wave))
                .findFirst()
                .orElseThrow();
    }

    /**
     * A share with its interval, such as "20 % [14 ; 28]", and of how many answers if the code was not considered on all
     * of them; a dash without answers.
     */
    public String share(Frequencies.Row row) {
        Frequencies.WaveTotal total = total(row.wave());
        Share share = shown(row);
        int examined = byPeople(row.wave()) ? total.coded() : total.sorted();
        if (share.of() == 0) {
            return examined == 0 ? "–" : text("results.not_considered");
        }
        return text(
                share.of() < examined ? "results.share.of" : "results.share",
                Math.round(share.value() * 100),
                Math.round(share.low() * 100),
                Math.round(share.high() * 100),
                share.of());
    }

    /** A chart to embed in a page. */
    public String svg(String source, String measure) {
        return results.chart(new Chart.Figure(Source.valueOf(source), Chart.Measure.valueOf(measure)))
                .svg();
    }
}
