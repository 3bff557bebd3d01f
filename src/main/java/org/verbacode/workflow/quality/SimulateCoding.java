package org.verbacode.workflow.quality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.verbacode.exchange.table.CsvWriter;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.WordVectors;
import org.verbacode.learning.Example;
import org.verbacode.learning.Trainer;
import org.verbacode.study.AnswerId;
import org.verbacode.study.ImportReport.Rejection;
import org.verbacode.study.Message;
import org.verbacode.study.QuestionName;
import org.verbacode.study.RefusedException;
import org.verbacode.study.StudyName;
import org.verbacode.workflow.ParallelMap;
import org.verbacode.workflow.Progress;
import org.verbacode.workflow.Workspace;
import org.verbacode.workflow.model.QuestionSnapshot;

/**
 * Simulates active learning on existing codings: they are given to a model a few at a time, in the order in which a
 * coder would have taken the answers; after each step the model is judged on answers that are never coded.
 */
public final class SimulateCoding {
    private static final Message TASK = Message.of("workflow.task.simulating");
    /** Share of the coded answers of a question that is judged and never coded. */
    private static final double JUDGED_SHARE = 1.0 / 3;

    /**
     * Curves are drawn beyond the number of labels at which they are compared by this factor, for orders that need
     * more than random.
     */
    private static final double EXTENSION = 1.5;

    /** Below this many coded answers a simulation is not reliable. */
    private static final int MIN_ANSWERS = 20;

    private final Path folder;

    /** @param folder the workspace's, for its cache */
    public SimulateCoding(Path folder) {
        this.folder = folder;
    }

    /**
     * Options; defaults follow from the number of answers.
     *
     * @param orders compared with random order
     * @param start answers coded at random first; by default 50, or a quarter of fewer than 200
     * @param step answers coded between two judgements; by default 25, or a twentieth of fewer than 500
     * @param reach number of answers coded at random whose quality is to be reached; by default 400, or two thirds of
     *     fewer than 600
     * @param seeds number of draws
     */
    public record Options(
            Set<CodingOrder> orders,
            Optional<Integer> start,
            Optional<Integer> step,
            Optional<Integer> reach,
            int seeds) {
        public Options {
            orders = Set.copyOf(orders);
        }

        /** @throws RefusedException if the numbers do not fit so many answers */
        public Plan of(int pool) {
            Plan plan = new Plan(
                    start.orElse(Math.min(50, pool / 4)),
                    step.orElse(Math.max(1, Math.min(25, pool / 20))),
                    reach.orElse(Math.min(400, pool * 2 / 3)));
            if (plan.start < 1 || plan.step < 1 || seeds < 1 || plan.reach <= plan.start || plan.reach > pool) {
                throw new RefusedException(Message.of("workflow.quality.simulate.numbers", pool));
            }
            return plan;
        }
    }

    private record Plan(int start, int step, int reach) {}

    /** The result, and the rows that could not be read. */
    public record Outcome(Simulation simulation, List<Rejection> rejections) {
        public Outcome {
            rejections = List.copyOf(rejections);
        }
    }

    /** The pool and the judged answers, for each seed. */
    private interface Dealing {
        Dealt of(long seed);
    }

    /** @param pool in random order */
    private record Dealt(List<Example> pool, List<Example> judged) {}

    /**
     * Codes the first file in the given orders and judges on the second.
     *
     * @throws RefusedException if a file cannot be read, lacks a column, or holds too little
     */
    public Outcome run(EvaluateFiles.Request files, Options options, Progress progress) {
        TrainTestFiles coded = TrainTestFiles.read(files);
        Plan plan = options.of(coded.train().rows().size());
        FrenchAnalyser analyser = coded.analyser(folder);
        try (ParallelMap cores = new ParallelMap()) {
            List<Example> pool = coded.learned(analyser, cores, progress);
            List<Example> judged = coded.judged(analyser, cores, progress);
            Map<AnswerId, AnalysedAnswer> texts = new LinkedHashMap<>();
            Stream.concat(pool.stream(), judged.stream()).forEach(example -> texts.put(example.id(), example.answer()));
            SimulatedCoder coder = new SimulatedCoder(
                    new Trainer(analyser, new WordVectors(Workspace.cacheIn(folder))),
                    coded.codebook(),
                    coded.known(),
                    texts);
            return new Outcome(
                    simulate(coder, seed -> new Dealt(shuffled(pool, seed), judged), plan, options, cores, progress),
                    coded.rejections());
        }
    }

    /**
     * Codes two thirds of the coded answers of a question and judges on the rest, drawn again for each seed.
     *
     * @throws RefusedException if there is no such study or question, or too little is coded
     */
    public static Simulation run(
            Workspace workspace, StudyName study, QuestionName name, Options options, Progress progress) {
        QuestionSnapshot question = QuestionSnapshot.of(workspace, study, name);
        question.checkTeaches(Set.of());
        int coded = (int) question.answers().stream()
                .filter(answer -> question.codings().containsKey(answer.id()))
                .count();
        int judged = (int) Math.round(coded * JUDGED_SHARE);
        if (coded < MIN_ANSWERS) {
            throw new RefusedException(Message.of("workflow.model.learn.few", name.value(), coded, MIN_ANSWERS));
        }
        Plan plan = options.of(coded - judged);
        FrenchAnalyser analyser = question.analyser(workspace);
        try (ParallelMap cores = new ParallelMap()) {
            Map<AnswerId, AnalysedAnswer> texts = question.read(workspace, analyser, cores, progress);
            List<Example> examples = question.examples(Set.of(), texts);
            SimulatedCoder coder = new SimulatedCoder(
                    new Trainer(analyser, new WordVectors(workspace.cache())),
                    question.codebook(),
                    question.codebook().codes(),
                    texts);
            Dealing dealing = seed -> {
                List<Example> dealt = shuffled(examples, seed);
                return new Dealt(dealt.subList(judged, coded), dealt.subList(0, judged));
            };
            return simulate(coder, dealing, plan, options, cores, progress);
        }
    }

    private static List<Example> shuffled(List<Example> examples, long seed) {
        List<Example> shuffled = new ArrayList<>(examples);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private record Run(CodingOrder order, long seed) {}

    private record Drawn(CodingOrder order, Simulation.Curve curve) {}

    private static Simulation simulate(
            SimulatedCoder coder, Dealing dealing, Plan plan, Options options, ParallelMap cores, Progress progress) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < options.seeds(); i++) {
            long seed = QuestionSnapshot.SEED + i;
            Stream.of(CodingOrder.values())
                    .filter(order ->
                            order == CodingOrder.RANDOM || options.orders().contains(order))
                    .forEach(order -> runs.add(new Run(order, seed)));
        }
        Dealt any = dealing.of(QuestionSnapshot.SEED);
        int most = Math.min(any.pool().size(), (int) Math.ceil(plan.reach() * EXTENSION));
        Map<CodingOrder, List<Simulation.Curve>> curves = new EnumMap<>(CodingOrder.class);
        progress.at(TASK, 0, runs.size());
        List<Drawn> done = new ArrayList<>();
        cores.each(
                runs.iterator(),
                run -> {
                    Dealt dealt = dealing.of(run.seed());
                    return new Drawn(
                            run.order(),
                            new Simulation.Curve(
                                    run.seed(),
                                    coder.code(
                                            run.order(),
                                            dealt.pool(),
                                            dealt.judged(),
                                            plan.start(),
                                            plan.step(),
                                            most)));
                },
                drawn -> {
                    done.add(drawn);
                    progress.at(TASK, done.size(), runs.size());
                });
        done.forEach(drawn -> curves.computeIfAbsent(drawn.order(), unused -> new ArrayList<>())
                .add(drawn.curve()));
        return new Simulation(any.pool().size(), any.judged().size(), plan.reach(), curves);
    }

    /** Writes all points of all curves. */
    public static void write(Simulation simulation, Path out) {
        try (CsvWriter csv = CsvWriter.create(out, List.of("order", "seed", "labels", "micro_f1", "macro_f1"))) {
            simulation
                    .curves()
                    .forEach((order, curves) -> curves.forEach(curve -> curve.points()
                            .forEach(point -> csv.write(List.of(
                                    order.word(),
                                    String.valueOf(curve.seed()),
                                    String.valueOf(point.labels()),
                                    String.valueOf(point.microF1()),
                                    String.valueOf(point.macroF1()))))));
            csv.finish();
        }
    }
}
