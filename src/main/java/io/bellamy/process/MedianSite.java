package io.bellamy.process;

/** Runs with the normal distribution of their configuration's median that they are replaced by. Not safe for several threads. */
final class MedianSite {

    /** What is less sure tells nothing. */
    static final double LEAST_PRECISION = 1e-6;

    private final MedianEvidence evidence;
    private double precision;
    private double shift;
    private boolean settled;
    private boolean straggles;

    /**
     * Begins with what the runs tell by themselves.
     *
     * @param evidence the runs
     * @param variance of the median before any run is known
     */
    MedianSite(MedianEvidence evidence, double variance) {
        this.evidence = evidence;
        set(evidence.alone(variance));
    }

    private void set(MedianBelief told) {
        precision = 1 / told.variance();
        shift = told.mean() / told.variance();
    }

    /** As if all of them were stragglers. */
    void straggle() {
        begin(true);
    }

    /** As if all of them were stragglers, or none. */
    void begin(boolean straggling) {
        straggles = straggling;
        set(evidence.reading(straggling));
    }

    /** None of them is one, whatever is found out later. */
    void settle() {
        set(ifUsual());
        settled = true;
    }

    /** What they tell if none of them is a straggler. */
    MedianBelief ifUsual() {
        return evidence.reading(false);
    }

    /** Were all of them stragglers, more likely than not, when they were replaced? */
    boolean straggles() {
        return straggles;
    }

    /** One over the variance of what they tell. */
    double precision() {
        return precision;
    }

    /** What they tell, times the precision. */
    double shift() {
        return shift;
    }

    /**
     * Replaces the runs anew.
     *
     * @param whole what is known of the median with the runs as they are replaced now
     * @param damping how much of the way is gone, in (0, 1]
     * @return by how much that moves the median
     */
    double replace(MedianBelief whole, double damping) {
        double left = 1 / whole.variance() - precision;
        if (settled || !(whole.variance() > 0) || !(left > LEAST_PRECISION)) {
            return 0;
        }
        MedianBelief without = new MedianBelief((whole.mean() / whole.variance() - shift) / left, 1 / left);
        straggles = evidence.straggle(without);
        MedianBelief with = evidence.times(without);
        double own = 1 / with.variance() - left;
        double ownShift = with.mean() / with.variance() - without.mean() * left;
        if (!(own > LEAST_PRECISION)) {
            if (!evidence.areStopped()) {
                // undecided between the two: nothing normal serves as well, and what it was serves for now
                return 0;
            }
            // stopped long before anybody expected its end: it tells nothing
            own = LEAST_PRECISION;
            ownShift = own * with.mean();
        }
        precision += damping * (own - precision);
        shift += damping * (ownShift - shift);
        return Math.abs(with.mean() - whole.mean());
    }
}
