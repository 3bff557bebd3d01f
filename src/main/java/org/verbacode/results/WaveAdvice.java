package org.verbacode.results;

/**
 * Advice whether a model trained on earlier waves can be kept for a new one. The rule is conservative: a model is
 * kept only if the answers coded blind show that it has not lost more than 5 points of micro-F1, and that it is still
 * calibrated.
 *
 * @param more number of answers to code first, drawn at random and blind; 0 for none
 */
public record WaveAdvice(Kind kind, int more) {
    /** Below this many judged answers no advice is reliable. */
    public static final int MIN_JUDGED = 30;

    /** Number of coded answers of a wave from which training on it is worth while. */
    public static final int MIN_CODED = 100;

    /** Accepted loss of micro-F1. */
    public static final double MARGIN = 0.05;

    /** What to do, and why. */
    public enum Kind {
        /** Too few judged answers: code more. */
        JUDGE,
        /** Neither confirmed nor refuted: code more, then judge again. */
        UNDECIDED,
        /** The model has not become worse: keep it. */
        KEEP,
        /** The model is worse than on earlier waves: code more, then retrain. */
        WORSE,
        /** The model is no longer calibrated: code more, then retrain. */
        DRIFTS,
        /**
         * Every answer is coded, but too few can judge the model, and too few for training: keep it without evidence.
         */
        TOO_FEW,
        /** Enough answers of the wave are coded, and the model is not confirmed: retrain. */
        LEARN
    }

    /**
     * The evidence on the new wave.
     *
     * @param given number of answers of the wave
     * @param coded number of these with a finished coding
     * @param judged number coded blind at random, which judge the model
     * @param f1 micro-F1 on them, {@code low} and {@code high} its 95 % interval
     * @param learnedF1 leave-one-out micro-F1 on earlier waves
     * @param drifts whether the drift interval excludes 0
     */
    public record Evidence(
            int given, int coded, int judged, double f1, double low, double high, double learnedF1, boolean drifts) {
        int left() {
            return given - coded;
        }

        int toLearn() {
            return Math.max(0, Math.min(left(), MIN_CODED - coded));
        }
    }

    public static WaveAdvice of(Evidence evidence) {
        if (evidence.judged() < MIN_JUDGED) {
            int more = Math.min(evidence.left(), MIN_JUDGED - evidence.judged());
            if (more > 0) {
                return new WaveAdvice(Kind.JUDGE, more);
            }
            return new WaveAdvice(evidence.coded() < MIN_CODED ? Kind.TOO_FEW : Kind.LEARN, 0);
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

    /**
     * Number of further answers that bring the lower bound above the floor, if the interval narrows with the square
     * root of the answers.
     */
    private static int toDecide(Evidence evidence, double floor) {
        double width = evidence.f1() - evidence.low();
        double needed = evidence.f1() > floor ? evidence.f1() - floor : MARGIN;
        double times = width / needed * (width / needed);
        return (int) Math.min(MIN_CODED, Math.max(1, Math.ceil(evidence.judged() * (times - 1))));
    }
}
