package io.bellamy.baseline;

import io.bellamy.evaluation.Forecast;
import io.bellamy.evaluation.Method;
import io.bellamy.evaluation.Question;
import io.bellamy.evaluation.Task;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * A method that lays a curve over the scale-out through the points of the context and looks at nothing else.
 *
 * @param name its name
 * @param description what it is, in a line
 * @param fewestPoints without so many points it does not answer
 * @param fit the curve for some points: seconds for a number of machines
 */
record CurveMethod(
        String name, String description, int fewestPoints, Function<List<ScaleOutPoint>, DoubleUnaryOperator> fit)
        implements Method {

    private static final double EFFORT = 0.05;

    /** Ernest on the context's points. */
    static Method ernest() {
        return new CurveMethod(
                "ernest",
                "non-negative least squares on 1, 1/x, ln x and x over the context's points",
                1,
                Ernest::ofOneSize);
    }

    /** Bell on the context's points. */
    static Method bell() {
        return new CurveMethod(
                "bell",
                "Ernest or local linear regression over the context's points, by cross-validation",
                3,
                Bell::fit);
    }

    /** The last known runtime, shared among the machines. */
    static Method scaled() {
        return new CurveMethod(
                "scaled",
                "the runtime at the largest known scale-out not above the asked one, times their ratio",
                1,
                CurveMethod::scaled);
    }

    @Override
    public double effort() {
        return EFFORT;
    }

    @Override
    public List<List<Forecast>> answer(List<Task> tasks, long seed, DoubleConsumer progress) {
        return Workers.answer(tasks, progress, task -> task.questions().stream()
                .map(this::answer)
                .toList());
    }

    private Forecast answer(Question question) {
        if (question.n() < fewestPoints) {
            return Forecast.NONE;
        }
        DoubleUnaryOperator curve = fit.apply(ScaleOutPoint.of(question.points()));
        return Forecast.of(curve.applyAsDouble(question.planned().scaleOut()));
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
