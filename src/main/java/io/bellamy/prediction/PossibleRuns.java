package io.bellamy.prediction;

import io.bellamy.adaptation.Interval;
import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import io.bellamy.model.AdaptedModel;
import io.bellamy.model.InformedModel;
import io.bellamy.prediction.Answer.Prediction;
import io.bellamy.tuning.Seed;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Finds out what one more run would tell. For every scale-out the model is adapted to the known runs and one more, which
 * takes as long as each of some quantiles of what is predicted; how wide the intervals are then is averaged over these.
 */
final class PossibleRuns {

    /** Middles of strata that are equally probable. */
    private static final List<Double> PROBABILITIES = List.of(0.1, 0.3, 0.5, 0.7, 0.9);

    /** Of wide ranges not every scale-out is tried, nor looked at, but so many, evenly spread. */
    private static final int MOST_TRIED = 50;

    private static final int MOST_LOOKED_AT = 25;

    private final InformedModel informed;
    private final Seed seed;
    private final Answer answer;
    private final double level;
    private final List<PlannedRun> lookedAt;

    PossibleRuns(InformedModel informed, Seed seed, Answer answer, double level) {
        this.informed = informed;
        this.seed = seed;
        this.answer = answer;
        this.level = level;
        this.lookedAt = thinned(answer.predictions(), MOST_LOOKED_AT).stream()
                .map(Prediction::run)
                .toList();
    }

    /** One for each scale-out that is tried, in order. */
    List<PossibleRun> all() {
        double now = width(adapted(List.of()));
        return thinned(answer.predictions(), MOST_TRIED).stream()
                .map(prediction -> measurement(prediction, now))
                .toList();
    }

    private PossibleRun measurement(Prediction prediction, double now) {
        int scaleOut = prediction.scaleOut();
        RuntimeDistribution distribution = prediction.distribution().orElseThrow();
        double then = PROBABILITIES.stream()
                .mapToDouble(probability -> {
                    Run supposed = new Run(
                            scaleOut,
                            Math.max(Double.MIN_NORMAL, distribution.quantile(probability)),
                            prediction.run().properties());
                    return width(adapted(List.of(supposed)));
                })
                .average()
                .orElseThrow();
        int known = (int)
                answer.runs().stream().filter(run -> run.scaleOut() == scaleOut).count();
        return new PossibleRun(prediction.run(), prediction.runtime(), known, now, then);
    }

    private AdaptedModel adapted(List<Run> supposed) {
        return informed.adapt(answer.runs(), supposed, seed);
    }

    /** Half the width of ln runtime's interval, which is its share of the runtime. */
    private double width(AdaptedModel model) {
        DoubleStream widths = model.forecast(lookedAt).stream().mapToDouble(forecast -> {
            Interval interval = forecast.distribution().orElseThrow().interval(level);
            return Math.log(interval.upper() / interval.lower()) / 2;
        });
        return widths.average().orElseThrow();
    }

    private static List<Prediction> thinned(List<Prediction> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        return IntStream.range(0, most)
                .map(i -> Math.round((float) i * (all.size() - 1) / (most - 1)))
                .mapToObj(all::get)
                .toList();
    }
}
