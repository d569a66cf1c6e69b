package io.bellamy.numerics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;

/**
 * Goes uphill by the gradient and what the last ones tell of the curvature (L-BFGS; J. Nocedal, S. J. Wright: Numerical
 * Optimization. 2006, algorithms 7.4 and 3.1). It needs no seed.
 */
public final class QuasiNewtonAscent {

    private static final int REMEMBERED = 10;
    private static final double SUFFICIENT = 1e-4;
    private static final int MOST_HALVINGS = 12;

    /** No parameter moves further in one step. */
    private static final double LONGEST = 2;

    /** Of the height; a smaller gain is none. */
    private static final double LEAST_GAIN = 1e-7;

    private final Function<double[], Optional<Slope>> slope;
    private final Deque<Pair> pairs = new ArrayDeque<>();

    /** By how much the place and the gradient changed in a step. */
    private static final class Pair {
        private final double[] moved;
        private final double[] bent;
        private final double product;

        Pair(double[] moved, double[] bent, double product) {
            this.moved = moved;
            this.bent = bent;
            this.product = product;
        }

        double[] moved() {
            return moved;
        }

        double[] bent() {
            return bent;
        }

        double product() {
            return product;
        }
    }

    private QuasiNewtonAscent(Function<double[], Optional<Slope>> slope) {
        this.slope = slope;
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
        QuasiNewtonAscent ascent = new QuasiNewtonAscent(slope);
        double[] place = start.clone();
        Optional<Slope> here = slope.apply(place);
        for (int step = 0; step < mostSteps && here.isPresent(); step++) {
            Interruption.check();
            Optional<Step> next = ascent.step(place, here.get());
            if (next.isEmpty()) {
                // what was remembered may have misled
                if (ascent.pairs.isEmpty()) {
                    break;
                }
                ascent.pairs.clear();
                continue;
            }
            double gain = next.get().slope().height() - here.get().height();
            place = next.get().place();
            here = Optional.of(next.get().slope());
            if (gain < LEAST_GAIN * Math.max(1, Math.abs(here.get().height()))) {
                break;
            }
        }
        return place;
    }

    private static final class Step {
        private final double[] place;
        private final Slope slope;

        Step(double[] place, Slope slope) {
            this.place = place;
            this.slope = slope;
        }

        double[] place() {
            return place;
        }

        Slope slope() {
            return slope;
        }
    }

    private Optional<Step> step(double[] place, Slope here) {
        double[] gradient =
                here.gradient().stream().mapToDouble(Double::doubleValue).toArray();
        double[] direction = direction(gradient);
        double rise = Vectors.product(direction, gradient);
        double longest = 0;
        for (double move : direction) {
            longest = Math.max(longest, Math.abs(move));
        }
        if (!(rise > 0) || Double.isInfinite(longest)) {
            return Optional.empty();
        }
        double length = Math.min(1, LONGEST / longest);
        for (int halving = 0; halving < MOST_HALVINGS; halving++, length /= 2) {
            double[] next = place.clone();
            for (int i = 0; i < next.length; i++) {
                next[i] += length * direction[i];
            }
            Optional<Slope> there = slope.apply(next);
            if (there.isPresent() && there.get().height() >= here.height() + SUFFICIENT * length * rise) {
                remember(place, next, gradient, there.get());
                return Optional.of(new Step(next, there.get()));
            }
        }
        return Optional.empty();
    }

    private void remember(double[] place, double[] next, double[] gradient, Slope there) {
        double[] moved = new double[place.length];
        double[] bent = new double[place.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = next[i] - place[i];
            bent[i] = gradient[i] - there.gradient().get(i);
        }
        double product = Vectors.product(moved, bent);
        if (product > 0) {
            pairs.addLast(new Pair(moved, bent, product));
            if (pairs.size() > REMEMBERED) {
                pairs.removeFirst();
            }
        }
    }

    /** The gradient, straightened by what is remembered. */
    private double[] direction(double[] gradient) {
        double[] direction = gradient.clone();
        double[] shares = new double[pairs.size()];
        Iterator<Pair> backwards = pairs.descendingIterator();
        for (int i = shares.length - 1; i >= 0; i--) {
            Pair pair = backwards.next();
            shares[i] = Vectors.product(pair.moved(), direction) / pair.product();
            add(direction, -shares[i], pair.bent());
        }
        Pair last = pairs.peekLast();
        double scale = last == null
                ? 1 / Math.max(1, Math.sqrt(Vectors.product(gradient, gradient)))
                : last.product() / Vectors.product(last.bent(), last.bent());
        for (int i = 0; i < direction.length; i++) {
            direction[i] *= scale;
        }
        int i = 0;
        for (Pair pair : pairs) {
            double share = Vectors.product(pair.bent(), direction) / pair.product();
            add(direction, shares[i] - share, pair.moved());
            i++;
        }
        return direction;
    }

    private static void add(double[] to, double factor, double[] vector) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * vector[i];
        }
    }
}
