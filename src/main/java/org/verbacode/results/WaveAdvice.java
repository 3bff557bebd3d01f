package org.verbacode.results;

/**
 * Whether a model learned on earlier waves can be kept for a new one. The rule is conservative: a model is kept only when
 * the answers coded blind show that it has not become worse by more than 5 points of micro-F1, and that its probabilities
 * still hold.
 *
 * @param more answers to code first, drawn at random and blind; 0 for none
 */
public record WaveAdvice(Kind kind, int more) {
    /** Fewer judged answers say nothing. */
    public static final int FEWEST_JUDGED = 30;

    /** So many coded answers of a wave are enough to learn it from. */
    public static final int ENOUGH_TO_LEARN = 100;

    /** A loss of micro-F1 up to this is accepted. */
    public static final double MARGIN = 0.05;

    /** What to do, and why. */
    public enum Kind {
        /** Too few answers are judged to say anything: code more. */
        JUDGE,
        /** Neither held up nor refuted: code more, then look again. */
        UNDECIDED,
        /** The model has not become worse: keep it. */
        KEEP,
        /** The model gives codes less well than on earlier waves: code more, then retrain. */
        WORSE,
        /** Its probabilities no longer hold: code more, then retrain. */
        DRIFTS,
        /** Every answer is coded and too few of them judge the model, and too few to count on: keep it and know nothing. */
        TOO_FEW,
        /** Enough answers of the wave are coded, and the model is not shown to hold: retrain. */
        LEARN
    }

    /**
     * What is known of the model on the new wave.
     *
     * @param given answers of the wave
     * @param coded those that people finished coding, however they came to it
     * @param judged those coded blind at random, on which the model is judged
     * @param f1 micro-F1 on them, {@code low} and {@code high} its 95 % interval
     * @param learnedF1 micro-F1 on earlier waves, each answer left out in turn
     * @param drifts whether more or fewer codes are observed than expected, by the 95 % interval
     */
    public record Evidence(
            int given, int coded, int judged, double f1, double low, double high, double learnedF1, boolean drifts) {
        int left() {
            return given - coded;
        }

        int toLearn() {
            return Math.max(0, Math.min(left(), ENOUGH_TO_LEARN - coded));
        }
    }

    public static WaveAdvice of(Evidence evidence) {
        if (evidence.judged() < FEWEST_JUDGED) {
            int more = Math.min(evidence.left(), FEWEST_JUDGED - evidence.judged());
            if (more > 0) {
                return new WaveAdvice(Kind.JUDGE, more);
            }
            return new WaveAdvice(evidence.coded() < ENOUGH_TO_LEARN ? Kind.TOO_FEW : Kind.LEARN, 0);
        }
        if (evidence.high() < evidence.learnedF1()) {
            return new WaveAdvice(Kind.WORSE, evidence.toLearn());
        }
        if (evidence.drifts()) {
            return new WaveAdvice(Kind.DRIFTS, evidence.toLearn());
        }
        double floor = evidence.learnedF1() - MARGIN;
        if (evidence.low() >= floor) {
            return new WaveAdvice(Kind.KEEP, 0);
        }
        int more = Math.min(evidence.toLearn(), toDecide(evidence, floor));
        return more == 0 ? new WaveAdvice(Kind.LEARN, 0) : new WaveAdvice(Kind.UNDECIDED, more);
    }

    /** An interval is narrower by the square root of the answers: how many more bring its lower bound above the floor. */
    private static int toDecide(Evidence evidence, double floor) {
        double width = evidence.f1() - evidence.low();
        double needed = evidence.f1() > floor ? evidence.f1() - floor : MARGIN;
        double times = width / needed * (width / needed);
        return (int) Math.min(ENOUGH_TO_LEARN, Math.max(1, Math.ceil(evidence.judged() * (times - 1))));
    }
}
