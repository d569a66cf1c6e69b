package io.bellamy.baseline;

import io.bellamy.evaluation.Forecast;
import io.bellamy.evaluation.Method;
import io.bellamy.evaluation.Question;
import io.bellamy.evaluation.Task;
import io.bellamy.job.Run;
import io.bellamy.tuning.Seed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * Trees on ln runtime over all contexts, the points of the question among them.
 *
 * @param name its name
 * @param description what it is, in a line
 * @param trees which trees
 * @param mostSplits how many splits it answers at most: every set of points needs a fit
 * @param effort seconds for a context
 */
record TreeMethod(String name, String description, Trees trees, int mostSplits, double effort) implements Method {

    /** Seconds for a context and a split, measured on C3O on 2 cores. */
    private static final double BOOSTING_EFFORT = 0.3;

    private static final double FOREST_EFFORT = 0.6;

    static Method boosting(int mostSplits) {
        return new TreeMethod(
                "boosting",
                "gradient boosting (XGBoost) on ln runtime over all contexts",
                GradientBoosting.THOROUGH,
                mostSplits,
                BOOSTING_EFFORT * mostSplits);
    }

    static Method forest(int mostSplits) {
        return new TreeMethod(
                "forest",
                "random forest on ln runtime over all contexts",
                new RandomForest(),
                mostSplits,
                FOREST_EFFORT * mostSplits);
    }

    @Override
    public List<List<Forecast>> answer(List<Task> tasks, long seed, DoubleConsumer progress) {
        return Workers.answer(tasks, progress, task -> answer(task, new Seed(seed).stream(task.context())));
    }

    private List<Forecast> answer(Task task, Seed seed) {
        SupportCells support = SupportCells.of(task.support(), seed);
        Map<List<Run>, LogRuntime> fits = new HashMap<>();
        return task.questions().stream()
                .map(question -> fits.computeIfAbsent(question.points(), points -> fit(support, points, seed))
                        .answer(question))
                .toList();
    }

    private LogRuntime fit(SupportCells support, List<Run> points, Seed seed) {
        Features features = support.features(points);
        Cells cells = support.cells().and(Cells.of(points, features));
        return cells.size() == 0 ? LogRuntime.unknown() : new LogRuntime(features, trees.fit(cells, seed));
    }

    /** What trees have learned, with the features that they know. */
    private record LogRuntime(Features features, Regression regression) {

        static LogRuntime unknown() {
            return new LogRuntime(Features.fit(List.of()), input -> Double.NaN);
        }

        Forecast answer(Question question) {
            return Forecast.of(Math.exp(regression.of(features.of(question.planned()))));
        }
    }
}
