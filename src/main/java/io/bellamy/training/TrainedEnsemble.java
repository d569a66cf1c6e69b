package io.bellamy.training;

import io.bellamy.adaptation.CalibrationFit;
import io.bellamy.adaptation.CalibrationFit.Measured;
import io.bellamy.adaptation.ResidualPoint;
import io.bellamy.adaptation.ResidualPrior;
import io.bellamy.adaptation.ResidualPriorFit;
import io.bellamy.adaptation.RunNoiseFit;
import io.bellamy.job.Context;
import io.bellamy.job.Run;
import io.bellamy.model.Ensemble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** An ensemble with what its members say of the contexts that they did not see. */
public final class TrainedEnsemble {

    /** Deviations that differ by scale-out are fitted at this number of them at most. */
    private static final int MOST_KNOTS = 6;

    /** More contexts than this tell no more of the prior. */
    private static final int MOST_CONTEXTS = 500;

    /** More scale-outs of a context than this tell no more of the prior. */
    private static final int MOST_SCALE_OUTS = 40;

    /** Of the variance at least so much stays: members disagree most where contexts are unlike all others. */
    private static final double LEAST_SHARE = 0.8;

    private final Ensemble ensemble;
    private final Configurations configurations;
    private final double[] leftOut;
    private final boolean single;

    /** Of every row the members that did not see its context. */
    private final List<Ensemble> others = new ArrayList<>();

    /** Did a member not see a context? */
    @FunctionalInterface
    interface LeavesOut {
        boolean test(int member, int context);
    }

    TrainedEnsemble(Ensemble ensemble, Configurations configurations, LeavesOut leavesOut) {
        this.ensemble = ensemble;
        this.configurations = configurations;
        this.leftOut = new double[configurations.size()];
        for (int row = 0; row < leftOut.length; row++) {
            Run run = configurations.example(row);
            List<Ensemble.Member> members = new ArrayList<>();
            for (int member = 0; member < ensemble.members().size(); member++) {
                if (leavesOut.test(member, configurations.context(row))) {
                    members.add(ensemble.members().get(member));
                }
            }
            Ensemble own = members.isEmpty() ? ensemble : new Ensemble(ensemble.mean(), ensemble.deviation(), members);
            leftOut[row] = own.logRuntime(run.scaleOut(), run.properties());
            others.add(own);
        }
        this.single = configurations.contexts().size() == 1;
    }

    public Ensemble ensemble() {
        return ensemble;
    }

    /**
     * How good the ensemble is in contexts that were left out: the mean of |ln predicted - ln measured| as the loss, the
     * mean absolute and the mean squared error in seconds. A single context is left out by none, so there it is how well
     * the ensemble has learned it.
     */
    public Validation validation() {
        double loss = 0;
        double absolute = 0;
        double squared = 0;
        int runs = 0;
        for (int row = 0; row < leftOut.length; row++) {
            for (Run run : configurations.runs(row)) {
                double error = Math.exp(leftOut[row]) - run.runtime();
                loss += Math.abs(leftOut[row] - Math.log(run.runtime()));
                absolute += Math.abs(error);
                squared += error * error;
                runs++;
            }
        }
        return new Validation(loss / runs, absolute / runs, squared / runs);
    }

    /**
     * What the ensemble says of every run, by the members that did not see its context. A single context is left out by
     * none, so there is nothing to tell.
     *
     * @param essential the names of the properties that make a context
     */
    List<HeldOutContext> heldOut(List<String> essential) {
        HeldOutContext.Collector collector = new HeldOutContext.Collector(essential);
        for (int row = 0; row < leftOut.length && !single; row++) {
            for (Run run : configurations.runs(row)) {
                collector.add(run, Math.exp(leftOut[row]));
            }
        }
        return collector.contexts();
    }

    /** What members say that did not see its context, ln seconds, of every run that some learned from. */
    Map<Run, Double> leftOut() {
        IdentityHashMap<Run, Double> left = new IdentityHashMap<>();
        for (int row = 0; row < leftOut.length; row++) {
            for (Run run : configurations.runs(row)) {
                left.put(run, leftOut[row]);
            }
        }
        return left;
    }

    /** What the errors in contexts that were left out tell of those in any other. */
    public ResidualPrior prior() {
        RunNoiseFit noise = new RunNoiseFit();
        TreeSet<Integer> scaleOuts = new TreeSet<>();
        for (int row = 0; row < leftOut.length; row++) {
            noise.add(
                    configurations.example(row).scaleOut(),
                    configurations.runs(row).stream()
                            .mapToDouble(run -> Math.log(run.runtime()))
                            .toArray());
            scaleOuts.add(configurations.example(row).scaleOut());
        }
        List<Double> knots = thinned(List.copyOf(scaleOuts), MOST_KNOTS).stream()
                .map(Math::log)
                .toList();
        List<List<Measured>> measured = measured();
        List<List<ResidualPoint>> points = measured.stream()
                .map(context -> context.stream().map(Measured::point).toList())
                .toList();
        ResidualPrior prior = ResidualPriorFit.of(points, knots, noise.fit(knots, points));
        return prior.with(CalibrationFit.of(prior, few(measured))).times(errorRatio(measured));
    }

    private static List<List<Measured>> few(List<List<Measured>> measured) {
        return thinned(measured, CalibrationFit.MOST_CONTEXTS).stream()
                .map(context -> thinned(context, CalibrationFit.MOST_SCALE_OUTS))
                .toList();
    }

    /**
     * How far off all members together are in a context that none of them saw, as a share of how far off those few are that
     * did not see a context of pretraining: the more members disagree, the more their number helps.
     */
    private double errorRatio(List<List<Measured>> measured) {
        double squared = measured.stream()
                .flatMap(List::stream)
                .mapToDouble(own -> own.point().residual() * own.point().residual())
                .average()
                .orElse(0);
        return squared > 0 ? Math.sqrt(Math.max(LEAST_SHARE, 1 - spared() / squared)) : 1;
    }

    /** By how much the variance of all members together is below that of those that did not see a context, on average. */
    private double spared() {
        double sum = 0;
        for (int row = 0; row < leftOut.length; row++) {
            Ensemble own = others.get(row);
            if (own.members().size() > 1) {
                Run run = configurations.example(row);
                double share =
                        1.0 / own.members().size() - 1.0 / ensemble.members().size();
                sum += share * own.variance(run.scaleOut(), run.properties());
            }
        }
        return sum / leftOut.length;
    }

    private List<List<Measured>> measured() {
        if (single) {
            return List.of();
        }
        List<List<Measured>> contexts = new ArrayList<>();
        int row = 0;
        for (int c = 0; c < configurations.contexts().size(); c++) {
            Context context = configurations.contexts().get(c);
            Map<Integer, Double> predicted = new HashMap<>();
            for (; row < leftOut.length && configurations.context(row) == c; row++) {
                predicted.put(configurations.example(row).scaleOut(), leftOut[row]);
            }
            List<Measured> own = Configurations.measured(context.runs(), run -> predicted.get(run.scaleOut()));
            contexts.add(thinned(own, MOST_SCALE_OUTS));
        }
        return thinned(contexts, MOST_CONTEXTS);
    }

    /** At most a number of them, evenly spread, the first and the last among them. */
    private static <T> List<T> thinned(List<T> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<T> some = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            some.add(all.get((int) Math.round((double) i * (all.size() - 1) / (most - 1))));
        }
        return some;
    }
}
