package io.bellamy.memory;

import io.bellamy.job.MemoryUse.PeakOf;
import io.bellamy.numerics.Slope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How well parameters agree with what came of runs, and with what is believed before: ln of the posterior density. Where a peak
 * was measured the need is known; else it is known on which side of what there was it lies (an ordered probit).
 *
 * @param shape what there is to be learned
 * @param cases what it is learned from
 * @param peaks what peaks were measured of
 */
record NeedLikelihood(NeedShape shape, List<MemoryCase> cases, Optional<PeakOf> peaks) {

    /** So many runs are not what the law says, whatever it is: one of them must not turn everything round. */
    private static final double STRAYS = 0.004;

    private static final double STEP = 1e-4;

    /** How sharply what a machine has bounds what it used. */
    private static final double EDGE = 0.1;

    private static final double[] MEAN = {0, 0.7, 0, 0, Math.log(0.2), 0.2, 0, -3.5};
    private static final double[] DEVIATION = {2, 1.5, 1.5, 1.5, 0.6, 0.7, 0.3, 1};

    /** Of Spark's memory about six tenths are for what tasks keep account of, and what it is run in needs some more. */
    private static final double BESIDE_TASKS = 0.6;

    private static final double BESIDE_MACHINES = 0.1;

    /** Heaps give 300 MB away first, some are told to give tasks less, and what programs hold themselves is in no peak. */
    private static final double BESIDE_TASKS_VARIES = 1.2;

    /** Jobs that need a thousandth of what they have are common, and peaks say so. */
    private static final double MEASURED = 6;

    /**
     * Where to begin to look for what agrees best: with what is believed before, and where peaks were measured with what they say
     * too. From afar every one of them looks like a stray, as does every run that died where less was measured of others.
     */
    List<double[]> starts() {
        double[] start = new double[shape.parameters()];
        for (int i = 0; i < NeedShape.COMMON; i++) {
            start[i] = mean(i);
        }
        List<double[]> starts = new ArrayList<>(List.of(start));
        cases.stream().flatMapToDouble(one -> one.peak().stream()).average().ifPresent(peak -> {
            double measured = peak - shape.centre().memory();
            starts.add(moved(start, NeedShape.NEED, measured + mean(NeedShape.PEAK)));
            // or they are the smaller part of what is needed
            starts.add(moved(start, NeedShape.PEAK, -measured - mean(NeedShape.PEAK)));
        });
        return starts;
    }

    private double mean(int parameter) {
        if (parameter != NeedShape.PEAK) {
            return MEAN[parameter];
        }
        return ofTasks() ? BESIDE_TASKS : BESIDE_MACHINES;
    }

    private double deviation(int parameter) {
        return switch (parameter) {
            case NeedShape.NEED -> shape.measured() ? MEASURED : DEVIATION[parameter];
            case NeedShape.PEAK -> ofTasks() ? BESIDE_TASKS_VARIES : DEVIATION[parameter];
            default -> DEVIATION[parameter];
        };
    }

    private boolean ofTasks() {
        return peaks.equals(Optional.of(PeakOf.TASK));
    }

    /** ln of the density. */
    double height(double[] parameters) {
        NeedLaw law = new NeedLaw(shape, parameters);
        double sum = prior(parameters);
        for (MemoryCase one : cases) {
            sum += log(law, one, law.need(one.facts()));
        }
        return sum;
    }

    private double prior(double[] parameters) {
        double sum = 0;
        for (int i = 0; i < parameters.length; i++) {
            double mean = i < NeedShape.COMMON ? mean(i) : 0;
            double deviation = i < NeedShape.COMMON ? deviation(i) : NeedShape.BETWEEN_TEXTS;
            sum -= Math.pow((parameters[i] - mean) / deviation, 2) / 2;
        }
        return sum;
    }

    private double log(NeedLaw law, MemoryCase one, double need) {
        double deviation = law.deviation(one.facts());
        double memory = one.facts().memory();
        double enough = NeedLaw.below((memory - need) / deviation);
        double survives = NeedLaw.below((memory + law.gap() - need) / deviation);
        double others = law.otherFailures();
        if (one.peak().isPresent()) {
            double measured = one.peak().getAsDouble() + law.besidePeak();
            double off = (measured - need) / deviation;
            double inside = NeedLaw.below((memory - measured) / EDGE);
            return Math.log1p(-others)
                    - Math.log(deviation)
                    + Math.log(STRAYS + (1 - STRAYS) * inside * Math.exp(-off * off / 2));
        }
        double share =
                switch (one.ending()) {
                    case FITS -> enough;
                    case SPILLED -> Math.max(0, survives - enough);
                    case SURVIVED -> survives;
                    case DIED -> 1 - survives;
                    case FAILED -> (others + (1 - others) * (1 - survives)) / (1 - others);
                };
        return Math.log1p(-others) + Math.log(STRAYS / 2 + (1 - STRAYS) * share);
    }

    /** ln of the density, and its slope. */
    Optional<Slope> slope(double[] parameters) {
        double height = height(parameters);
        if (!Double.isFinite(height)) {
            return Optional.empty();
        }
        double[] gradient = new double[parameters.length];
        for (int i = 0; i < NeedShape.COMMON; i++) {
            gradient[i] = (height(moved(parameters, i, STEP)) - height(moved(parameters, i, -STEP))) / (2 * STEP);
        }
        NeedLaw law = new NeedLaw(shape, parameters);
        for (MemoryCase one : cases) {
            Integer group = shape.groups().get(one.facts().texts());
            if (group != null) {
                double need = law.need(one.facts());
                gradient[group] += (log(law, one, need + STEP) - log(law, one, need - STEP)) / (2 * STEP);
            }
        }
        for (int i = NeedShape.COMMON; i < gradient.length; i++) {
            gradient[i] -= parameters[i] / Math.pow(NeedShape.BETWEEN_TEXTS, 2);
        }
        List<Double> slope = new ArrayList<>();
        for (double one : gradient) {
            slope.add(one);
        }
        return Optional.of(new Slope(height, slope));
    }

    static double[] moved(double[] parameters, int which, double by) {
        double[] moved = parameters.clone();
        moved[which] += by;
        return moved;
    }
}
