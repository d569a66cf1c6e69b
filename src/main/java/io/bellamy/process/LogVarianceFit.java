package io.bellamy.process;

import java.util.List;

/**
 * Learns what a variance may be from how far off something was: the posterior distribution of its level and of how much it differs
 * from case to case, on a grid.
 *
 * @param believed the level before anything is seen
 * @param doubt how far the level is believed to be from that
 */
record LogVarianceFit(double believed, double doubt) {

    /** How much the logarithm is believed to differ from case to case. */
    private static final double DEVIATION = 0.7;

    private static final double STEP = 0.1;
    private static final double LARGEST_DEVIATION = 2;

    /** So many doubts from what is believed is as far as the level is looked for. */
    private static final double FAR = 3.5;

    /**
     * How far off something was.
     *
     * @param distance between what was foretold and what was measured
     * @param variance of that, but for the part that is looked for
     * @param share what the one looked for is multiplied by to be that part
     * @param weight how much that counts
     */
    record Miss(double distance, double variance, double share, double weight) {

        /** The logarithm of the density, but for a constant. */
        private double logDensity(LogVariance learned) {
            double sum = Double.MIN_NORMAL;
            for (VarianceDoubt point : learned.points(0)) {
                double all = variance + share * point.factor();
                sum += point.probability() * Math.exp(-distance * distance / all / 2) / Math.sqrt(all);
            }
            return Math.log(sum);
        }
    }

    /** Its deviation is both how much it differs and how little is known. */
    LogVariance of(List<Miss> misses) {
        int levels = (int) Math.round(2 * FAR * doubt / STEP) + 1;
        int deviations = (int) Math.round(LARGEST_DEVIATION / STEP) + 1;
        double[][] heights = new double[levels][deviations];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < levels; i++) {
            for (int j = 0; j < deviations; j++) {
                heights[i][j] = height(misses, new LogVariance(level(i), j * STEP));
                most = Math.max(most, heights[i][j]);
            }
        }
        double sum = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < levels; i++) {
            for (int j = 0; j < deviations; j++) {
                double probability = Math.exp(heights[i][j] - most);
                sum += probability;
                first += probability * level(i);
                second += probability * (level(i) * level(i) + j * STEP * j * STEP);
            }
        }
        double mean = first / sum;
        return new LogVariance(mean, Math.sqrt(Math.max(0, second / sum - mean * mean)));
    }

    private double level(int step) {
        return believed - FAR * doubt + step * STEP;
    }

    private double height(List<Miss> misses, LogVariance learned) {
        double off = (learned.level() - believed) / doubt;
        double deviation = learned.deviation() / DEVIATION;
        double height = -(off * off + deviation * deviation) / 2;
        for (Miss miss : misses) {
            height += miss.weight() * miss.logDensity(learned);
        }
        return height;
    }
}
