package org.verbacode.language;

import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;

/** Prints the speed of the analyser and of CoreNLP's own pipeline on distinct answers, one thread each. */
public final class AnalysisBenchmark {
    private static final int ANSWERS = 20_000;
    private static final int WARM_UP = 3_000;
    private static final int ROUNDS = 3;
    private static final List<String> OPENINGS = List.of(
            "Mon mentor m'a", "Il m'a beaucoup", "Elle m'a vraiment", "Cela m'a", "Le mentorat m'a", "Ma tutrice m'a");
    private static final List<String> VERBS = List.of(
            "aidé à comprendre",
            "rassurée sur",
            "donné des conseils pour",
            "soutenu pendant",
            "expliqué",
            "encouragé dans",
            "appris à organiser",
            "motivée pour");
    private static final List<String> OBJECTS = List.of(
            "les examens de janvier",
            "la matière du cours de chimie",
            "mes choix d'études",
            "la méthode de travail",
            "le stress des évaluations",
            "l'organisation de mes journées",
            "la vie sur le campus",
            "mes premiers travaux");
    private static final List<String> ENDINGS = List.of(
            "et je me sens moins seul.",
            "mais les rencontres étaient trop rares.",
            "ce qui m'a permis de persévérer.",
            "car il connaissait bien les professeurs.",
            "même si nous n'avions pas le même horaire.",
            "; je recommande aux autres étudiants.",
            "et surtout de garder confiance en moi.");

    private AnalysisBenchmark() {}

    public static void main(String[] arguments) {
        List<String> answers = answers();
        FrenchAnalyser analyser = new FrenchAnalyser();
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,ssplit,mwt,pos");
        properties.setProperty("tokenize.language", "fr");
        properties.setProperty("mwt.mappingFile", "edu/stanford/nlp/models/mwt/french/french-mwt.tsv");
        properties.setProperty("mwt.pos.model", "edu/stanford/nlp/models/mwt/french/french-mwt.tagger");
        properties.setProperty(
                "mwt.statisticalMappingFile", "edu/stanford/nlp/models/mwt/french/french-mwt-statistical.tsv");
        properties.setProperty("mwt.preserveCasing", "false");
        properties.setProperty("pos.model", "edu/stanford/nlp/models/pos-tagger/french-ud.tagger");
        StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
        ToLongFunction<String> ours = text -> analyser.analyse(text).tokens().size();
        ToLongFunction<String> theirs = text -> {
            CoreDocument document = new CoreDocument(text);
            pipeline.annotate(document);
            return document.tokens().size();
        };
        speed(answers.subList(0, WARM_UP), ours);
        speed(answers.subList(0, WARM_UP), theirs);
        for (int round = 1; round <= ROUNDS; round++) {
            double one = speed(answers, ours);
            double other = speed(answers, theirs);
            System.out.printf(
                    "round %d: Verbacode %,.0f tokens/s, CoreNLP %,.0f tokens/s, ratio %.2f%n",
                    round, one, other, one / other);
        }
        longTexts(analyser);
    }

    /** The time per text should be linear in its length, with full stops or without. */
    private static void longTexts(FrenchAnalyser analyser) {
        String sentence = "mon mentor m'a beaucoup aidé à préparer mes examens et cest bcp ";
        for (String stop : List.of("", ". ")) {
            for (int kilobytes : new int[] {50, 100, 200, 400, 1_000}) {
                String text = (sentence + stop).repeat(kilobytes * 1_000 / sentence.length());
                long start = System.nanoTime();
                int tokens = analyser.analyse(text).tokens().size();
                System.out.printf(
                        "%,d kB %s full stops: %,d tokens in %.2f s%n",
                        kilobytes, stop.isEmpty() ? "without" : "with", tokens, (System.nanoTime() - start) / 1e9);
            }
        }
    }

    private static List<String> answers() {
        SplittableRandom random = new SplittableRandom(1);
        List<String> answers = new ArrayList<>(ANSWERS);
        for (int i = 0; i < ANSWERS; i++) {
            answers.add(pick(OPENINGS, random) + " " + pick(VERBS, random) + " " + pick(OBJECTS, random) + " "
                    + pick(ENDINGS, random) + " Nous nous sommes vus " + (i + 2) + " fois "
                    + (i % 3 == 0 ? "et cest bcp." : "cette année."));
        }
        return answers;
    }

    private static String pick(List<String> parts, SplittableRandom random) {
        return parts.get(random.nextInt(parts.size()));
    }

    /** Tokens per second. */
    private static double speed(List<String> answers, ToLongFunction<String> reading) {
        long start = System.nanoTime();
        long tokens = answers.stream().mapToLong(reading).sum();
        return tokens / ((System.nanoTime() - start) / 1e9);
    }
}
