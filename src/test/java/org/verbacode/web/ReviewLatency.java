package org.verbacode.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.CoderName;
import org.verbacode.coding.Coding;
import org.verbacode.coding.Decision;
import org.verbacode.coding.Provenance;
import org.verbacode.store.Codings;
import org.verbacode.store.Database;
import org.verbacode.study.Answer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.Question;
import org.verbacode.study.QuestionName;
import org.verbacode.study.Respondent;
import org.verbacode.study.RespondentId;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;
import org.verbacode.web.importing.Uploads;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.SuggestCodes;
import org.verbacode.workflow.model.TrainModel;
import org.verbacode.workflow.studies.OpenExample;

/**
 * Measures in Chromium how long the next answer takes after a key, on a question of many answers with a model that learns
 * live and on a question of 70 answers without a model. Answers are spliced from those of the example study.
 *
 * <p>Arguments: answers (5000), coded (1000), acts (150), seed (1). The pauses between two keys are random, 200 to 500 ms.
 */
public final class ReviewLatency {
    private static final StudyName STUDY = new StudyName("latence");
    private static final QuestionName LARGE = new QuestionName("grande");
    private static final QuestionName SMALL = new QuestionName("petite");
    private static final WaveName WAVE = new WaveName("2020-2021");
    private static final int FEW = 70;
    private static final int WARM_UP = 15;
    /** A fast coder decides two to five times a second; milliseconds. */
    private static final int MIN_PAUSE = 200;

    private static final int MAX_PAUSE = 500;
    /** From the start of the application to the first screen; milliseconds. */
    private static final int START = 2_000;

    private static final Random PAUSES = new Random(1);

    private ReviewLatency() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int count = number(arguments, 0, 5_000);
        int coded = number(arguments, 1, 1_000);
        int acts = number(arguments, 2, 150);
        long seed = number(arguments, 3, 1);
        System.out.printf(
                "%d answers, %d coded, %d acts, seed %d; Java %s, %d processors%n",
                count,
                coded,
                acts,
                seed,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
        Path folder = Files.createTempDirectory("latency");
        prepare(withCorpus(folder), count, coded, seed);
        try (Chromium chromium = Chromium.launch();
                Browsing browsing = new Browsing(folder)) {
            Thread.sleep(START);
            Measured large = measure(chromium, browsing, LARGE, "order=to_check&way=verify", acts);
            Measured small = measure(chromium, browsing, SMALL, "order=random&way=code_first", FEW - WARM_UP - 5);
            System.out.printf(
                    Locale.ROOT,
                    "ratio of the medians %.2f, of the 95th percentiles %.2f%n",
                    large.median() / small.median(),
                    large.p95() / small.p95());
        } finally {
            Uploads.delete(folder);
        }
    }

    private static void prepare(Path folder, int count, int coded, long seed) {
        try (Workspace workspace =
                Workspace.open(folder, Optional.empty(), Workspace.Access.WRITE, Clock.systemUTC())) {
            new OpenExample(workspace).run(Progress.NONE);
            fill(workspace, count, coded, new Random(seed));
            new TrainModel(workspace).run(STUDY, LARGE, List.of(), Progress.NONE);
            new SuggestCodes(workspace)
                    .run(new SuggestCodes.Request(STUDY, LARGE, Optional.empty(), Optional.empty()), Progress.NONE);
        }
    }

    private static int number(String[] arguments, int place, int usual) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : usual;
    }

    private static Path withCorpus(Path folder) throws IOException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        try (Stream<Path> files = Files.list(Path.of("corpus"))) {
            for (Path file : files.toList()) {
                Files.copy(file, corpus.resolve(file.getFileName()));
            }
        }
        return folder;
    }

    private static void fill(Workspace workspace, int count, int coded, Random random) {
        Database database = workspace.database();
        StudyName example = database.studies().list().get(0);
        QuestionName apports = new QuestionName("apports");
        List<Answer> answers = database.answers().given(example, apports);
        Map<AnswerId, Coding> codings = new LinkedHashMap<>();
        database.codings().counting(example, apports).forEach(coding -> codings.put(coding.answer(), coding));
        database.studies().create(STUDY);
        database.studies().addWave(STUDY, WAVE);
        for (QuestionName question : List.of(LARGE, SMALL)) {
            database.studies().save(new Question(STUDY, question, Map.of(WAVE, "Qu’est-ce que cela vous a apporté ?")));
            List<Code> codes = database.codebooks().current(example, apports).codes().stream()
                    .map(code -> code.withId(CodeId.of(STUDY, question, code.name())))
                    .toList();
            database.codebooks().save(STUDY, question, codes);
            write(
                    database,
                    question,
                    question.equals(LARGE) ? count : FEW,
                    answers,
                    codings,
                    question.equals(LARGE) ? coded : 0,
                    random);
        }
    }

    private static void write(
            Database database,
            QuestionName question,
            int count,
            List<Answer> texts,
            Map<AnswerId, Coding> codings,
            int coded,
            Random random) {
        List<Code> codes = database.codebooks().current(STUDY, question).codes();
        List<Code> known = database.codebooks()
                .current(texts.get(0).study(), texts.get(0).question())
                .codes();
        List<Respondent> people = new ArrayList<>();
        List<Answer> written = new ArrayList<>();
        List<Codings.Statement> statements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RespondentId id = new RespondentId(question.value() + i);
            Answer first = texts.get(random.nextInt(texts.size()));
            Answer second = texts.get(random.nextInt(texts.size()));
            people.add(new Respondent(id, WAVE, Map.of()));
            Answer answer = Answer.given(STUDY, WAVE, question, id, first.text() + " " + second.text());
            written.add(answer);
            if (i < coded) {
                Map<CodeId, Decision.Verdict> verdicts = new LinkedHashMap<>();
                for (int code = 0; code < codes.size(); code++) {
                    CodeId old = known.get(code).id();
                    if (Stream.of(first, second)
                            .anyMatch(part -> codings.containsKey(part.id())
                                    && codings.get(part.id()).applied().contains(old))) {
                        verdicts.put(codes.get(code).id(), Decision.Verdict.APPLIES);
                    }
                }
                statements.add(new Codings.Statement(
                        answer.id(),
                        verdicts,
                        true,
                        false,
                        new Provenance(Instant.EPOCH, 1, Provenance.Manner.BLIND, null, Provenance.Shown.RANDOM)));
            }
        }
        database.inTransaction(() -> {
            database.answers().saveRespondents(STUDY, people);
            return database.answers().save(written);
        });
        if (!statements.isEmpty()) {
            database.codings().store(new Codings.Assignment(STUDY, question, new CoderName("Marie")), statements);
        }
    }

    /** The times of a key, in milliseconds. */
    private record Measured(double median, double p95) {}

    private static Measured measure(
            Chromium chromium, Browsing browsing, QuestionName question, String queue, int acts) {
        Page tab = chromium.tab(browsing.server.address(), 1280, ColorScheme.LIGHT);
        String address = browsing.server.address() + "review?study=" + STUDY.value() + "&question=" + question.value()
                + "&" + queue;
        List<Long> first = opened(tab, address, 1);
        // The live model is made in the background.
        tab.waitForTimeout(question.equals(LARGE) ? 30_000 : 500);
        List<Long> opened = opened(tab, address, 5);
        List<Long> random = opened(tab, address.replace("to_check", "random"), 5);
        tab.navigate(address);
        tab.waitForSelector("[data-review][data-ready]");
        tab.evaluate(WATCH);
        Measured measured = new Measured(0, 0);
        for (String key : List.of("Digit0", "Enter")) {
            for (int i = 0; i < WARM_UP; i++) {
                act(tab, "Digit0");
            }
            tab.evaluate("() => { window.latency.times = []; window.latency.server = []; }");
            int done = question.equals(SMALL) ? acts / 2 - WARM_UP / 2 : acts;
            for (int i = 0; i < done; i++) {
                act(tab, key);
            }
            double[] times = numbers(tab.evaluate("() => window.latency.times"));
            if (times.length > 0) {
                Measured of = new Measured(at(times, 0.5), at(times, 0.95));
                measured = key.equals("Digit0") ? of : measured;
                System.out.printf(
                        Locale.ROOT,
                        "%s, %s: %d acts, next answer painted %.0f ms median, %.0f ms at the 95th percentile%n",
                        question.value(),
                        key,
                        times.length,
                        of.median(),
                        of.p95());
            }
            for (String share : List.of("act", "draw", "request")) {
                double[] of = numbers(tab.evaluate("share => window.latency.server.map(s => s[share])", share));
                if (of.length > 0) {
                    System.out.printf(
                            Locale.ROOT, "  %s %.1f ms median, %.1f ms p95%n", share, at(of, 0.5), at(of, 0.95));
                }
            }
        }
        System.out.println(question.value() + ", opening for the first time ms " + first + ", later " + opened
                + ", at random " + random);
        tab.context().close();
        return measured;
    }

    /** The times of opening the screen, in milliseconds. */
    private static List<Long> opened(Page tab, String address, int times) {
        List<Long> opened = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            tab.navigate(address);
            tab.waitForSelector("[data-review][data-ready]");
            opened.add((System.nanoTime() - start) / 1_000_000);
        }
        return opened;
    }

    /** One key; the answer stays if the model suggests more, and Enter then goes on, which is not measured. */
    private static void act(Page tab, String key) {
        String pressed = key.equals("Enter") && (Boolean) tab.evaluate("() => document.querySelector('.tick') === null")
                ? "Digit0"
                : key;
        tab.evaluate("() => window.latency.begin()");
        tab.keyboard().press(pressed);
        boolean next = (Boolean) tab.evaluate("() => window.latency.done()");
        if (!next) {
            tab.keyboard().press("Enter");
            tab.waitForTimeout(60);
        }
        tab.waitForTimeout(MIN_PAUSE + PAUSES.nextInt(MAX_PAUSE - MIN_PAUSE));
    }

    private static double[] numbers(Object list) {
        return ((List<?>) list)
                .stream()
                        .mapToDouble(value -> ((Number) value).doubleValue())
                        .sorted()
                        .toArray();
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
    }

    private static final String WATCH = """
            () => {
              const id = () => document.querySelector('#place input[name=answer]')?.value;
              const state = { times: [], server: [], start: 0, from: null, painted: null };
              document.addEventListener('keydown', () => { state.start = performance.now(); }, true);
              const asked = window.fetch;
              window.fetch = async (...args) => {
                const began = performance.now();
                const response = await asked(...args);
                const timing = response.headers.get('Server-Timing');
                if (timing) {
                  const of = name => Number(new RegExp(name + ';dur=([0-9.]+)').exec(timing)?.[1] ?? 0);
                  state.server.push({ act: of('act'), draw: of('draw'), request: performance.now() - began });
                }
                return response;
              };
              state.begin = () => {
                state.from = id();
                const text = document.getElementById('answer');
                state.painted = new Promise(resolve => {
                  const observer = new MutationObserver(() => {
                    if (id() === state.from && document.getElementById('answer') === text) return;
                    observer.disconnect();
                    requestAnimationFrame(() => {
                      const channel = new MessageChannel();
                      channel.port1.onmessage = () => {
                        const next = id() !== state.from;
                        if (next) state.times.push(performance.now() - state.start);
                        resolve(next);
                      };
                      channel.port2.postMessage('');
                    });
                  });
                  observer.observe(document.querySelector('[data-review]'), { subtree: true, childList: true, attributes: true });
                });
              };
              state.done = () => state.painted;
              window.latency = state;
            }
            """;
}
