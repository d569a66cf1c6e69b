package io.bellamy.baseline;

import io.bellamy.evaluation.Method;
import io.bellamy.job.Run;
import io.bellamy.model.AdaptedModel;
import io.bellamy.model.Forecast;
import io.bellamy.model.InformedModel;
import io.bellamy.model.TrainedModel;
import io.bellamy.model.Trainer;
import io.bellamy.tuning.Seed;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * Lays a curve over the scale-out through the runs of the context and looks at nothing else.
 *
 * @param fewestPoints the number of runs without which it does not answer
 * @param fit the curve for some points: seconds for a number of machines
 */
record CurveTrainer(int fewestPoints, Function<List<ScaleOutPoint>, DoubleUnaryOperator> fit) implements Trainer {

    private static final double EFFORT = 0.05;

    /** Ernest on the context's points. */
    static Method ernest() {
        return method(
                "ernest",
                "non-negative least squares on 1, 1/x, ln x and x over the context's points",
                new CurveTrainer(1, Ernest::ofOneSize));
    }

    /** Bell on the context's points. */
    static Method bell() {
        return method(
                "bell",
                "Ernest or local linear regression over the context's points, by cross-validation",
                new CurveTrainer(3, Bell::fit));
    }

    /** The last known runtime, shared among the machines. */
    static Method scaled() {
        return method(
                "scaled",
                "the runtime at the largest known scale-out not above the asked one, times their ratio",
                new CurveTrainer(1, CurveTrainer::scaled));
    }

    private static Method method(String name, String description, Trainer trainer) {
        return new Method(name, description, Method.ALL_SPLITS, EFFORT, trainer);
    }

    @Override
    public TrainedModel train(List<Run> runs, Seed seed, DoubleConsumer progress) {
        return history -> InformedModel.ofContext((points, own) -> adapted(points));
    }

    private AdaptedModel adapted(List<Run> points) {
        if (points.size() < fewestPoints) {
            return AdaptedModel.NOTHING;
        }
        DoubleUnaryOperator curve = fit.apply(ScaleOutPoint.of(points));
        return AdaptedModel.each(run -> Forecast.of(curve.applyAsDouble(run.scaleOut())));
    }

    private static DoubleUnaryOperator scaled(List<ScaleOutPoint> points) {
        Comparator<ScaleOutPoint> byScaleOut = Comparator.comparingDouble(ScaleOutPoint::scaleOut);
        return machines -> {
            ScaleOutPoint last = points.stream()
                    .filter(point -> point.scaleOut() <= machines)
                    .max(byScaleOut)
                    .or(() -> points.stream().min(byScaleOut))
                    .orElseThrow();
            return last.runtime() * last.scaleOut() / machines;
        };
    }
}
