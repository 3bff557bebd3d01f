package org.verbacode.workflow.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.verbacode.coding.Code;
import org.verbacode.coding.Codebook;
import org.verbacode.exchange.coding.CodebookFile;
import org.verbacode.exchange.coding.CodingsFile;
import org.verbacode.exchange.survey.ReadOptions;
import org.verbacode.exchange.survey.Row;
import org.verbacode.exchange.survey.SurveyFile;
import org.verbacode.exchange.survey.TableReader;
import org.verbacode.language.AnalysedAnswer;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.Polarity;
import org.verbacode.language.Token;
import org.verbacode.language.WordVectors;
import org.verbacode.learning.Example;
import org.verbacode.learning.Learner;
import org.verbacode.learning.Regularisation;
import org.verbacode.learning.Trainer;
import org.verbacode.learning.TrainingSet;
import org.verbacode.learning.WithoutLikeliestCode;
import org.verbacode.quality.Scores;
import org.verbacode.workflow.LabelledFile;
import org.verbacode.workflow.LabelledFile.Coded;
import org.verbacode.workflow.ParallelMap;
import org.verbacode.workflow.analysis.WorkspaceLexicon;

/**
 * Prints an ablation study: each line leaves out one component of the recipe. Figures are means over the same random
 * training sets; all other answers are judged. Arguments: a file of texts and codes, or a folder with the example
 * study; its codebook; numbers of training answers.
 */
public final class Ablation {
    private static final int DRAWS = 6;
    private static final long SEED = 1;

    private final List<Coded> rows;
    private final Codebook codebook;
    private final List<AnalysedAnswer> read;
    /** Uncoded answers to the same question. */
    private final List<AnalysedAnswer> uncoded;

    private final FrenchAnalyser analyser;
    private final Learner trainer;
    private final Learner unchoosing;
    private final Learner leaderless;

    private Ablation(List<Coded> rows, List<String> uncoded, Codebook codebook, Path cache) {
        this.rows = rows;
        this.codebook = codebook;
        List<String> texts = new ArrayList<>(rows.stream().map(Coded::text).toList());
        texts.addAll(uncoded);
        analyser = WorkspaceLexicon.analyser(cache, texts, codebook);
        read = rows.stream().map(row -> analyser.analyse(row.text())).toList();
        this.uncoded = uncoded.stream().map(analyser::analyse).toList();
        WordVectors vectors = new WordVectors(cache);
        Trainer whole = new Trainer(analyser, vectors);
        trainer = set -> whole.train(set)::suggest;
        unchoosing = set -> new Trainer(analyser, vectors, List.of(Regularisation.USUAL)).train(set)::suggest;
        leaderless = new WithoutLikeliestCode(whole);
    }

    /** One component less. */
    private record Without(
            String name,
            UnaryOperator<AnalysedAnswer> answers,
            UnaryOperator<Code> codes,
            boolean readsUncoded,
            Function<Ablation, Learner> learner) {}

    private static final List<Without> WITHOUT = List.of(
            of("full recipe", answer -> answer, code -> code),
            new Without("default regularisation", answer -> answer, code -> code, true, by -> by.unchoosing),
            new Without(
                    "no likeliest code below the thresholds",
                    answer -> answer,
                    code -> code,
                    true,
                    by -> by.leaderless),
            of("no clauses", Ablation::oneClause, code -> code),
            of("no negation", Ablation::plain, code -> code),
            of("forms instead of lemmas", Ablation::forms, code -> code),
            new Without("no uncoded answers", answer -> answer, code -> code, false, by -> by.trainer),
            of("no keywords", answer -> answer, code -> with(code, code.name(), code.definition(), "")),
            of("no definitions", answer -> answer, code -> with(code, code.name(), "", code.include())),
            of("no codebook", answer -> answer, code -> with(code, code.id().value(), "", "")));

    /** The same recipe on changed texts. */
    private static Without of(String name, UnaryOperator<AnalysedAnswer> answers, UnaryOperator<Code> codes) {
        return new Without(name, answers, codes, true, by -> by.trainer);
    }

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Path cache = Files.createTempDirectory("ablation");
        List<Coded> rows = new ArrayList<>();
        List<String> uncoded = new ArrayList<>();
        if (Files.isDirectory(file)) {
            readExample(file, rows, uncoded);
        } else {
            rows.addAll(LabelledFile.read(file, "text", "codes").rows());
        }
        Ablation ablation = new Ablation(rows, uncoded, codebook(Path.of(arguments[1]), rows), cache);
        System.out.printf(
                "%d coded answers, %d uncoded, %d codes, %d draws, seed %d%n",
                rows.size(), uncoded.size(), ablation.codebook.codes().size(), DRAWS, SEED);
        for (String learned : Arrays.copyOfRange(arguments, 2, arguments.length)) {
            ablation.print(Integer.parseInt(learned));
        }
    }

    private void print(int learned) {
        System.out.printf(
                "%n| learned from %d | micro-F1 | macro-F1 | micro | macro |%n|---|---|---|---|---|%n", learned);
        double[] all = new double[2];
        for (Without without : WITHOUT) {
            double[] scores = scores(without, learned);
            if (without.equals(WITHOUT.get(0))) {
                all = scores;
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.3f | %.3f | %+.3f | %+.3f |%n",
                    without.name(),
                    scores[0],
                    scores[1],
                    scores[0] - all[0],
                    scores[1] - all[1]);
        }
    }

    /** Micro- and macro-F1. */
    private double[] scores(Without without, int learned) {
        Codebook known = new Codebook(
                codebook.question(),
                1,
                codebook.codes().stream().map(without.codes()).toList());
        List<Example> examples = TrainTestFiles.examples(
                new LabelledFile(rows, List.of()),
                TrainTestFiles.TRAIN,
                codebook.codes(),
                read.stream().map(without.answers()).toList());
        double[] means = new double[2];
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Example> drawn = new ArrayList<>(examples);
            Collections.shuffle(drawn, new Random(SEED + draw));
            List<Example> judged = drawn.subList(learned, drawn.size());
            List<AnalysedAnswer> others = new ArrayList<>();
            if (without.readsUncoded()) {
                judged.forEach(example -> others.add(example.answer()));
                uncoded.forEach(answer -> others.add(without.answers().apply(answer)));
            }
            try (ParallelMap cores = new ParallelMap()) {
                HeldOutPredictions trials =
                        new HeldOutPredictions(without.learner().apply(this), cores);
                trials.run(new TrainingSet(known, drawn.subList(0, learned), others, SEED), judged);
                Scores scores = trials.scoresSince(0, codebook.codes());
                means[0] += scores.microF1() / DRAWS;
                means[1] += scores.macroF1() / DRAWS;
            }
        }
        return means;
    }

    private static AnalysedAnswer with(AnalysedAnswer answer, UnaryOperator<Token> change) {
        return new AnalysedAnswer(
                answer.text(), answer.tokens().stream().map(change).toList());
    }

    /** Removes clause boundaries; punctuation gives no features, and conjunctions stay words. */
    private static AnalysedAnswer oneClause(AnalysedAnswer answer) {
        AnalysedAnswer joined = with(
                answer,
                token -> token.upos().equals("CCONJ")
                        ? new Token(token.start(), token.end(), token.form(), "SCONJ", token.lemma(), token.polarity())
                        : token);
        return new AnalysedAnswer(
                joined.text(),
                joined.tokens().stream()
                        .filter(token ->
                                !token.upos().equals("PUNCT") && !token.upos().equals("SYM"))
                        .toList());
    }

    private static AnalysedAnswer plain(AnalysedAnswer answer) {
        return with(
                answer,
                token -> new Token(
                        token.start(), token.end(), token.form(), token.upos(), token.lemma(), Polarity.PLAIN));
    }

    private static AnalysedAnswer forms(AnalysedAnswer answer) {
        return with(
                answer,
                token -> new Token(
                        token.start(),
                        token.end(),
                        token.form(),
                        token.upos(),
                        token.form().toLowerCase(Locale.FRENCH),
                        token.polarity()));
    }

    private static Code with(Code code, String name, String definition, String include) {
        return new Code(
                code.id(), name, code.theme(), definition, include, code.exclude(), code.examples(), code.colour());
    }

    private static Codebook codebook(Path path, List<Coded> rows) {
        Map<String, Code> known = new LinkedHashMap<>();
        CodebookFile.read(path, TrainTestFiles.STUDY, TrainTestFiles.QUESTION, ReadOptions.FIND_OUT)
                .codes()
                .forEach(code -> known.put(code.name(), code));
        TrainTestFiles.addTo(known, new LabelledFile(rows, List.of()));
        return new Codebook(TrainTestFiles.QUESTION, 1, List.copyOf(known.values()));
    }

    /** The codings of the first question by the first coder. */
    private static void readExample(Path folder, List<Coded> rows, List<String> uncoded) throws IOException {
        Map<String, TreeSet<String>> codes = new LinkedHashMap<>();
        List<CodingsFile.Line> lines = CodingsFile.read(folder.resolve("codage.csv"), ReadOptions.FIND_OUT)
                .lines();
        for (CodingsFile.Line line : lines) {
            if (line.question().equals("apports")
                    && line.coder().equals(lines.get(0).coder())) {
                TreeSet<String> ofAnswer = codes.computeIfAbsent(line.id(), unused -> new TreeSet<>());
                if (!line.code().isEmpty()) {
                    ofAnswer.add(line.code());
                }
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path path : files.filter(file -> file.getFileName().toString().startsWith("reponses-"))
                    .sorted()
                    .toList()) {
                SurveyFile file = SurveyFile.open(path, ReadOptions.FIND_OUT);
                int id = LabelledFile.column(file, "id");
                int text = LabelledFile.column(file, "apports");
                try (TableReader reader = file.rows()) {
                    for (Row row = reader.next(); row != null; row = reader.next()) {
                        List<String> cells = row.cells();
                        TreeSet<String> ofAnswer = codes.get(cells.get(id));
                        if (ofAnswer != null) {
                            rows.add(new Coded(cells.get(id), cells.get(text), ofAnswer));
                        } else if (!cells.get(text).isBlank()) {
                            uncoded.add(cells.get(text));
                        }
                    }
                }
            }
        }
    }
}
