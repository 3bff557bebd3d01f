package org.verbacode.learning;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.verbacode.coding.Code;
import org.verbacode.coding.CodeId;
import org.verbacode.coding.Codebook;
import org.verbacode.exchange.coding.CodebookFile;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.exchange.survey.Row;
import org.verbacode.exchange.survey.SurveyFile;
import org.verbacode.exchange.survey.TableReader;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.WordVectors;
import org.verbacode.study.AnswerId;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RespondentId;
import org.verbacode.study.StudyName;
import org.verbacode.study.WaveName;

/**
 * Prints how long a decision takes until all suggestions and the quality of each code are up to date, without storing
 * it, and how long background learning takes. The answers are sentences of the example study joined and coded at
 * random; to be run in the folder that holds {@code corpus/}. Arguments: number of coded answers, number of answers;
 * a column, and the files from which the sentences are taken.
 */
public final class LiveBenchmark {
    private static final long SEED = 1;
    private static final int ANSWERS = 5_000;
    private static final int CODED = 1_000;
    private static final int WARM_UP = 60;
    private static final int DECISIONS = 400;
    /** Beyond this many coded answers decisions are learned in the background, in seconds. */
    private static final int MANY = 3_000;

    private static final int DECISIONS_AMONG_MANY = 40;
    private static final double MILLISECOND = 1e6;
    private static final StudyName STUDY = new StudyName("s");
    private static final QuestionName QUESTION = new QuestionName("apports");

    private final Codebook codebook = new Codebook(
            QUESTION,
            1,
            CodebookFile.read(Path.of("corpus/codebook-apports.csv"), STUDY, QUESTION, ReadOptions.FIND_OUT)
                    .codes());
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Map<AnswerId, AnalysedAnswer> answers = new LinkedHashMap<>();
    private final LiveModel live;

    private LiveBenchmark(int coded, List<String> sentences, int given) {
        FrenchAnalyser analyser = new FrenchAnalyser();
        for (String text : texts(sentences, given, random)) {
            answers.put(id(answers.size()), analyser.analyse(text));
        }
        List<Example> examples = new ArrayList<>();
        List<AnalysedAnswer> others = new ArrayList<>();
        answers.forEach((id, answer) -> {
            if (examples.size() < coded) {
                examples.add(new Example(id, answer, coding()));
            } else {
                others.add(answer);
            }
        });
        Trainer trainer = new Trainer(analyser, new WordVectors(Path.of("target/benchmark")));
        long start = System.nanoTime();
        live = trainer.live(new TrainingSet(codebook, examples, others, SEED), answers);
        System.out.printf(
                Locale.ROOT,
                "%d coded of %d answers, %d codes, seed %d%n%d processors, load %.1f, %d MB of heap at most, Java %s%n",
                live.examples(),
                answers.size(),
                codebook.codes().size(),
                SEED,
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.version());
        System.out.printf(Locale.ROOT, "made ready in %.1f s%n", (System.nanoTime() - start) / 1e9);
    }

    public static void main(String[] arguments) throws InterruptedException {
        int coded = arguments.length > 0 ? Integer.parseInt(arguments[0]) : CODED;
        int given = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ANSWERS;
        List<Path> files = arguments.length > 3
                ? Arrays.stream(arguments).skip(3).map(Path::of).toList()
                : Stream.of("2019-2020", "2020-2021", "2021-2022")
                        .map(year -> Path.of("corpus/reponses-" + year + ".csv"))
                        .toList();
        String column = arguments.length > 3 ? arguments[2] : QUESTION.value();
        LiveBenchmark benchmark = new LiveBenchmark(coded, sentences(files, column), given);
        System.out.println(
                "Timed: the decision is learned, every code of every answer is weighed against its threshold,"
                        + " and each code's precision and recall are counted on the coded answers left out.");
        System.out.println("Not timed: storing it, reading new text. Meanwhile another thread learns what lags behind:"
                + " weights and thresholds, and, beyond some 3000 coded answers, the decision itself.");
        for (Act act : Act.values()) {
            benchmark.time(act, coded > MANY ? DECISIONS_AMONG_MANY / 4 : WARM_UP, false);
            benchmark.time(act, coded > MANY ? DECISIONS_AMONG_MANY : DECISIONS, true);
        }
        double[] explaining = new double[20];
        for (int i = 0; i < explaining.length; i++) {
            long from = System.nanoTime();
            benchmark.live.explaining(id(i));
            explaining[i] = (System.nanoTime() - from) / MILLISECOND;
        }
        print("which words weigh in a coded answer", explaining);
    }

    private enum Act {
        CODE_ONE_MORE,
        CODE_OTHERWISE,
        UNDO
    }

    private void time(Act act, int times, boolean prints) throws InterruptedException {
        double[] milliseconds = new double[times];
        List<Double> behind = Collections.synchronizedList(new ArrayList<>());
        ExecutorService background = Executors.newSingleThreadExecutor();
        AtomicBoolean asked = new AtomicBoolean();
        Set<AnswerId> learned = live.learned();
        for (int i = 0; i < times; i++) {
            AnswerId fresh = id(random.nextInt(answers.size()));
            while (learned.contains(fresh)) {
                fresh = id(random.nextInt(answers.size()));
            }
            if (act != Act.CODE_ONE_MORE) {
                live.code(fresh, coding());
            }
            Map<CodeId, Boolean> now = act == Act.UNDO ? Map.of() : coding();
            long from = System.nanoTime();
            live.code(fresh, now);
            int proposed = live.overview().proposed().values().stream()
                    .mapToInt(List::size)
                    .sum();
            int judged = live.overview().lines().size();
            milliseconds[i] = (System.nanoTime() - from) / MILLISECOND;
            if (proposed < 0 || judged == 0) {
                throw new IllegalStateException("nothing was said");
            }
            if (asked.compareAndSet(false, true)) {
                background.execute(() -> {
                    asked.set(false);
                    live.catchUp();
                    behind.add((System.nanoTime() - from) / MILLISECOND);
                });
            }
            if (act != Act.UNDO) {
                live.code(fresh, Map.of());
            }
        }
        background.shutdown();
        if (!background.awaitTermination(1, TimeUnit.HOURS)) {
            throw new IllegalStateException("never caught up");
        }
        if (prints) {
            print(act.name(), milliseconds);
            print(
                    "  what lags behind",
                    behind.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    private static void print(String what, double[] milliseconds) {
        double[] sorted = milliseconds.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-36s median %.1f ms, 95th percentile %.1f ms, longest %.1f ms (%d times)%n",
                what,
                sorted[sorted.length / 2],
                sorted[(int) Math.ceil(sorted.length * 0.95) - 1],
                sorted[sorted.length - 1],
                sorted.length);
    }

    private Map<CodeId, Boolean> coding() {
        Map<CodeId, Boolean> coding = new LinkedHashMap<>();
        for (Code code : codebook.codes()) {
            coding.put(code.id(), random.nextInt(12) == 0);
        }
        return coding;
    }

    private static List<String> sentences(List<Path> files, String name) {
        List<String> sentences = new ArrayList<>();
        for (Path path : files) {
            SurveyFile file = SurveyFile.open(path, ReadOptions.FIND_OUT);
            int column = file.column(name).orElseThrow();
            try (TableReader rows = file.rows()) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    sentences.addAll(Arrays.asList(row.cells().get(column).split("(?<=[.,;!?]) ")));
                }
            }
        }
        sentences.removeIf(String::isBlank);
        return sentences;
    }

    private static List<String> texts(List<String> sentences, int count, SplittableRandom random) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(3); k >= 0; k--) {
                text.append(sentences.get(random.nextInt(sentences.size()))).append(' ');
            }
            texts.add(text.toString().strip());
        }
        return texts;
    }

    private static AnswerId id(int answer) {
        return AnswerId.of(STUDY, new WaveName("w"), QUESTION, new RespondentId(String.valueOf(answer)));
    }
}
