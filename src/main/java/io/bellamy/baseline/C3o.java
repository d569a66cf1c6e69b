package io.bellamy.baseline;

import io.bellamy.evaluation.Forecast;
import io.bellamy.evaluation.Method;
import io.bellamy.evaluation.Task;
import io.bellamy.job.Run;
import io.bellamy.tuning.Seed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * C3O's way: of several models the one whose error is least when known runs are left out in turn (Will et al.: C3O, IEEE
 * Big Data 2021). The models are {@link Candidate}s.
 *
 * @param candidates what is chosen from, the first where they are equal
 * @param mostSplits how many splits it answers at most: every set of points needs several fits
 */
record C3o(List<Candidate> candidates, int mostSplits) implements Method {

    /** Seconds for a context and a split, measured on C3O on 2 cores. */
    private static final double EFFORT = 0.75;

    C3o {
        candidates = List.copyOf(candidates);
    }

    @Override
    public String name() {
        return "c3o";
    }

    @Override
    public String description() {
        return "the best by leave-one-out of Ernest, gradient boosting and a scale-out curve that all contexts share";
    }

    @Override
    public double effort() {
        return EFFORT * mostSplits;
    }

    @Override
    public List<List<Forecast>> answer(List<Task> tasks, long seed, DoubleConsumer progress) {
        return Workers.answer(tasks, progress, task -> answer(task, new Seed(seed).stream(task.context())));
    }

    private List<Forecast> answer(Task task, Seed seed) {
        SupportCells support = SupportCells.of(task.support(), seed);
        Selection selection = new Selection(candidates, support, seed);
        Map<List<Run>, Candidate.Fitted> fits = new HashMap<>();
        return task.questions().stream()
                .map(question -> Forecast.of(
                        fits.computeIfAbsent(question.points(), selection::best).runtime(question.planned())))
                .toList();
    }
}
