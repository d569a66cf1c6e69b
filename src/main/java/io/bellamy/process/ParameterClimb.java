package io.bellamy.process;

import io.bellamy.numerics.QuasiNewtonAscent;
import java.util.OptionalInt;

/**
 * Looks for the parameters that explain best what was measured, in some rounds, between which it is found out of which jobs the level
 * changes with time.
 *
 * @param evidence of the parameters
 * @param terms whose parameters they are
 */
record ParameterClimb(Evidence evidence, Terms terms) {

    static final int ROUNDS = 3;

    /** Of each round. */
    private static final int[] STEPS = {60, 25, 20};

    /**
     * That all jobs become slower alike looks from the outset like a trend of each, which goes on for longer than is believed of a
     * level that all share. Before it is known of which jobs the level changes at all, a few that do would make a trend of all.
     */
    private static final int ROUND_OF_SHARED_TREND = 1;

    /** ln variance of a trend by which runtimes change by 10 % over the usual span of time. */
    private static final double LARGE_TREND = 2 * Math.log(0.1);

    /** Climbs on from parameters that were learned from more than the evidence. */
    static double[] again(Evidence evidence, double[] learned) {
        return QuasiNewtonAscent.climb(learned, evidence::at, STEPS[ROUNDS - 1]);
    }

    /** How well the best parameters explain it, as the first round finds them. */
    static double highest(Evidence evidence, double[] start) {
        return evidence.height(first(evidence, start));
    }

    /** The best parameters, as the first round finds them. */
    static double[] first(Evidence evidence, double[] start) {
        return QuasiNewtonAscent.climb(start, evidence::at, STEPS[0]);
    }

    /**
     * Climbs from the parameters of the round before.
     *
     * @param round from 0
     */
    double[] from(double[] start, int round) {
        double[] best = QuasiNewtonAscent.climb(start, evidence::at, STEPS[round]);
        OptionalInt shared = terms.sharedTrend();
        if (round != ROUND_OF_SHARED_TREND || shared.isEmpty()) {
            return best;
        }
        double[] withTrend = start.clone();
        withTrend[shared.getAsInt()] = LARGE_TREND;
        double[] other = QuasiNewtonAscent.climb(withTrend, evidence::at, STEPS[round]);
        return evidence.height(other) > evidence.height(best) ? other : best;
    }
}
