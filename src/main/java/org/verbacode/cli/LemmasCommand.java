package org.verbacode.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.verbacode.cli.console.CommonOptions;
import org.verbacode.cli.console.Report;
import org.verbacode.language.ConlluFile;
import org.verbacode.language.ConlluSentence;
import org.verbacode.language.FrenchAnalyser;
import org.verbacode.language.LemmaEvaluation;
import org.verbacode.language.LemmaScore;
import org.verbacode.language.SpellingNoise;
import org.verbacode.study.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lemmas}: accuracy of the analyser on a treebank, and its speed. */
@Command(name = "lemmas")
final class LemmasCommand implements Callable<Integer> {
    private static final double NANOSECONDS_PER_SECOND = 1e9;
    private static final int WARM_UP_SENTENCES = 200;

    @Mixin
    CommonOptions options = new CommonOptions();

    @Option(names = "--gold", required = true, paramLabel = "FILE", descriptionKey = "lemmas.gold")
    Path gold = Path.of("");

    @Option(names = "--raw", descriptionKey = "lemmas.raw")
    boolean raw;

    @Option(names = "--noise", paramLabel = "accents|caps|typos", descriptionKey = "lemmas.noise")
    @Nullable
    SpellingNoise noise;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "lemmas.seed")
    long seed = 1;

    @Override
    public Integer call() {
        // The folder is not used, but a mistyped one is reported as by every command.
        options.folder();
        List<ConlluSentence> treebank = ConlluFile.read(gold);
        LemmaEvaluation evaluation = new LemmaEvaluation(new FrenchAnalyser(), Optional.ofNullable(noise), seed);
        // Loading the tagger and warming up the virtual machine are not part of the speed.
        measure(evaluation, treebank.subList(0, Math.min(WARM_UP_SENTENCES, treebank.size())));
        long start = System.nanoTime();
        LemmaScore score = measure(evaluation, treebank);
        double seconds = (System.nanoTime() - start) / NANOSECONDS_PER_SECOND;
        options.console().print(report(score, score.found() / seconds));
        return Main.DONE;
    }

    private LemmaScore measure(LemmaEvaluation evaluation, List<ConlluSentence> treebank) {
        return raw ? evaluation.onText(treebank) : evaluation.onWords(treebank);
    }

    private static Report report(LemmaScore score, double tokensPerSecond) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("tokens", score.tokens());
        keys.put("upos_accuracy", score.uposAccuracy());
        keys.put("lemma_accuracy", score.lemmaAccuracy());
        keys.put("content_lemma_accuracy", score.contentLemmaAccuracy());
        keys.put("unknown_tokens", score.unknown());
        keys.put("unknown_lemma_accuracy", score.unknownLemmaAccuracy());
        keys.put("tokens_per_second", tokensPerSecond);
        return Report.of(
                keys,
                Message.of(
                        "cli.lemmas.score",
                        score.tokens(),
                        score.uposAccuracy(),
                        score.lemmaAccuracy(),
                        score.contentLemmaAccuracy(),
                        score.unknownLemmaAccuracy(),
                        score.unknown(),
                        Math.round(tokensPerSecond)));
    }
}
