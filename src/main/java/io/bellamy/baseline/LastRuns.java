package io.bellamy.baseline;

import io.bellamy.evaluation.Method;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import io.bellamy.model.AdaptedModel;
import io.bellamy.model.Forecast;
import io.bellamy.model.TrainedModel;
import io.bellamy.model.Trainer;
import io.bellamy.tuning.Seed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.hipparchus.stat.StatUtils;

/**
 * What people do by hand: a run will take as long as the last ones of its context, or where there is none of the most alike
 * ones, did.
 *
 * @param rule how long it takes
 */
record LastRuns(Rule rule) implements Trainer {

    private static final double EFFORT = 0.05;
    private static final int LAST = 5;

    private static final Comparator<Run> BY_DAY =
            Comparator.comparing(run -> run.measured().orElse(LocalDate.MIN));

    /** How long a run takes. */
    @FunctionalInterface
    private interface Rule {

        /**
         * Seconds.
         *
         * @param own the runs known of its context
         * @param others all runs known; one at least in either
         */
        double runtime(PlannedRun run, List<Run> own, List<Run> others);
    }

    /** The last run, the machines being shared as they can be. */
    static Method scaled() {
        return method(
                "last-scaled",
                "the last run of the context, or of the most alike one, times the ratio of the scale-outs",
                LastRuns::scaled);
    }

    /** The median of the last runs at the nearest scale-out. */
    static Method median() {
        return method(
                "last-median",
                "the median of the last " + LAST
                        + " runs at the nearest scale-out of the context, or of those most alike" + " in texts",
                LastRuns::median);
    }

    private static Method method(String name, String description, Rule rule) {
        return new Method(name, description, Method.ALL_SPLITS, EFFORT, new LastRuns(rule));
    }

    @Override
    public TrainedModel train(List<Run> runs, Seed seed, DoubleConsumer progress) {
        return history -> (matching, more, own) -> {
            List<Run> context = new ArrayList<>(matching);
            context.addAll(more);
            return history.isEmpty() && context.isEmpty()
                    ? AdaptedModel.NOTHING
                    : AdaptedModel.each(run -> Forecast.of(rule.runtime(run, context, history)));
        };
    }

    private static double scaled(PlannedRun run, List<Run> own, List<Run> others) {
        Likeness likeness = new Likeness(run);
        List<Run> alike = own.isEmpty() ? likeness.nearest(likeness.sameTexts(others)) : own;
        Run last = alike.stream()
                .max(BY_DAY.thenComparing(
                        Comparator.comparingDouble(likeness::scaleOutDistance).reversed()))
                .orElseThrow();
        return last.runtime() * last.scaleOut() / run.scaleOut();
    }

    private static double median(PlannedRun run, List<Run> own, List<Run> others) {
        Likeness likeness = new Likeness(run);
        List<Run> last =
                Likeness.least(own.isEmpty() ? likeness.sameTexts(others) : own, likeness::scaleOutDistance).stream()
                        .sorted(BY_DAY.reversed())
                        .limit(LAST)
                        .toList();
        return StatUtils.percentile(last.stream().mapToDouble(Run::runtime).toArray(), 50);
    }
}
