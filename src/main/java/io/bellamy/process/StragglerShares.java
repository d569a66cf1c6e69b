package io.bellamy.process;

/**
 * How probably a run is a usual one of its configuration, or none.
 *
 * @param usual that it is a usual one
 * @param late that it is a straggler
 * @param early that it is as much earlier
 */
record StragglerShares(double usual, double late, double early) {

    private static final double FAR = 50;

    /**
     * Of one run.
     *
     * @param distance from what all other runs say of the median, ln seconds
     * @param variance of what they say
     */
    static StragglerShares of(double distance, double variance, RunScatter scatter) {
        double usual = variance + scatter.variance();
        double other = variance + scatter.stragglerVariance();
        double unusual = distance * distance / usual / 2 - Math.log(other / usual) / 2;
        double late = odds(scatter.share() / scatter.usual(), unusual, distance - scatter.shift(), other);
        double early = odds(scatter.early() / scatter.usual(), unusual, distance + scatter.shift(), other);
        double all = 1 + late + early;
        return new StragglerShares(1 / all, late / all, early / all);
    }

    private static double odds(double prior, double unusual, double from, double variance) {
        double log = Math.log(prior) + unusual - from * from / variance / 2;
        return Math.exp(Math.max(-FAR, Math.min(FAR, log)));
    }
}
