package io.bellamy.numerics;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Goes uphill by the signs of the gradient alone, with a step for every parameter (iRprop-; Igel and Huesken 2003; for the
 * parameters of Gaussian processes: Blum and Riedmiller, ESANN 2013). It needs neither a line search nor a seed, and a
 * badly scaled parameter does not slow down the others.
 */
public final class ResilientAscent {

    private static final double FIRST_STEP = 0.2;
    private static final double LONGEST_STEP = 1;
    private static final double SHORTEST_STEP = 1e-4;
    private static final double LONGER = 1.2;
    private static final double SHORTER = 0.5;

    /** It is over when no step is longer. */
    private static final double CLOSE = 5e-3;

    private final double[] steps;
    private final double[] before;

    private ResilientAscent(int size) {
        this.steps = new double[size];
        this.before = new double[size];
        Arrays.fill(steps, FIRST_STEP);
    }

    /**
     * Climbs.
     *
     * @param start where to begin, [parameters]
     * @param slope the height and gradient at a place; nothing where there is none
     * @param mostSteps how many steps at most
     * @return the highest place seen; the start where there is no slope
     */
    public static double[] climb(double[] start, Function<double[], Optional<Slope>> slope, int mostSteps) {
        ResilientAscent ascent = new ResilientAscent(start.length);
        double[] place = start.clone();
        double[] best = start.clone();
        double height = Double.NEGATIVE_INFINITY;
        for (int step = 0; step < mostSteps; step++) {
            Optional<Slope> here = slope.apply(place);
            if (here.isEmpty() || !Double.isFinite(here.get().height())) {
                break;
            }
            if (here.get().height() > height) {
                height = here.get().height();
                best = place.clone();
            }
            ascent.move(place, here.get());
            if (Arrays.stream(ascent.steps).allMatch(length -> length < CLOSE)) {
                break;
            }
        }
        return best;
    }

    private void move(double[] place, Slope slope) {
        for (int i = 0; i < place.length; i++) {
            double now = slope.gradient().get(i);
            double agreement = now * before[i];
            if (agreement > 0) {
                steps[i] = Math.min(LONGEST_STEP, steps[i] * LONGER);
            } else if (agreement < 0) {
                steps[i] = Math.max(SHORTEST_STEP, steps[i] * SHORTER);
                // after a turn the next step is not judged by this one
                now = 0;
            }
            place[i] += Math.signum(now) * steps[i];
            before[i] = now;
        }
    }
}
