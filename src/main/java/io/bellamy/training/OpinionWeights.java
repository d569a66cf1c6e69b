package io.bellamy.training;

/**
 * How much the networks count beside the process where a new job is made of known parts, as shares, which depend on the
 * scale-out: one of both may know better what happens at few machines, the other at many.
 *
 * @param low ln of the smallest scale-out that the shares were learned at
 * @param high ln of the largest
 * @param none where no run of the job is known
 * @param between at a scale-out between those of runs known
 * @param beyond at another one
 */
public record OpinionWeights(double low, double high, Share none, Share between, Share beyond) {

    /** The networks say nothing. */
    static final OpinionWeights SILENT = new OpinionWeights(0, 0, Share.NOTHING, Share.NOTHING, Share.NOTHING);

    /** A smaller share changes nothing. */
    private static final double LEAST = 1e-3;

    /**
     * A share: the logistic function of a line over ln scale-out.
     *
     * @param level of the line in the middle between the smallest and the largest scale-out
     * @param slope of the line
     */
    public record Share(double level, double slope) {

        static final Share NOTHING = new Share(-100, 0);

        double at(double place) {
            double share = 1 / (1 + Math.exp(-level - slope * place));
            return share < LEAST ? 0 : share;
        }
    }

    public OpinionWeights {
        if (low > high) {
            throw new IllegalArgumentException(
                    "the smallest scale-out of shares must not be above the largest, but " + low + " is above " + high);
        }
    }

    /** Where a scale-out is, from the middle of those that the shares were learned at; further out nothing more is known. */
    double place(int scaleOut) {
        return Math.max(low, Math.min(high, Math.log(scaleOut))) - (low + high) / 2;
    }
}
