package io.bellamy.evaluation;

import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import io.bellamy.training.Parallel;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * A model of two steps as a method: held-out contexts are worked on side by side, each pretrained once, and adapted once
 * for all questions that share their points.
 *
 * @param name a short name for tables
 * @param description what it is, in a line
 * @param effort roughly how long it takes for a context with 30 splits, seconds
 * @param model the model
 */
public record ModelMethod(String name, String description, double effort, TwoStepModel model) implements Method {

    /** The share of the first step in the time of both, roughly. */
    private static final double FIRST_STEP = 0.9;

    @Override
    public List<List<Forecast>> answer(List<Task> tasks, long seed, DoubleConsumer progress) {
        Progress all = new Progress(tasks.size(), progress);
        return Parallel.map(
                tasks.size(),
                i -> answer(
                        tasks.get(i), new Seed(seed).stream(tasks.get(i).context()), share -> all.update(i, share)));
    }

    private List<Forecast> answer(Task task, Seed seed, DoubleConsumer progress) {
        TwoStepModel.Pretrained pretrained = model.pretrain(
                task.support(), seed.stream("pretraining"), share -> progress.accept(FIRST_STEP * share));
        Map<List<Run>, List<Integer>> byPoints = new LinkedHashMap<>();
        for (int q = 0; q < task.questions().size(); q++) {
            byPoints.computeIfAbsent(task.questions().get(q).points(), points -> new ArrayList<>())
                    .add(q);
        }
        List<Forecast> forecasts =
                new ArrayList<>(Collections.nCopies(task.questions().size(), Forecast.NONE));
        int done = 0;
        for (Map.Entry<List<Run>, List<Integer>> group : byPoints.entrySet()) {
            List<PlannedRun> planned = group.getValue().stream()
                    .map(q -> task.questions().get(q).planned())
                    .toList();
            Seed own = seed.stream("adaptation").stream(name(group.getKey()));
            List<Forecast> answers = pretrained.forecast(group.getKey(), planned, own);
            for (int i = 0; i < answers.size(); i++) {
                forecasts.set(group.getValue().get(i), answers.get(i));
            }
            done++;
            progress.accept(FIRST_STEP + (1 - FIRST_STEP) * done / byPoints.size());
        }
        return forecasts;
    }

    private static String name(List<Run> points) {
        StringBuilder name = new StringBuilder();
        points.forEach(point -> name.append(point.scaleOut())
                .append(':')
                .append(point.runtime())
                .append(' '));
        return name.toString();
    }

    /** Adds up what is done of all tasks; told by several threads, tells one at a time. */
    private static final class Progress {
        private final double[] shares;
        private final DoubleConsumer told;

        Progress(int tasks, DoubleConsumer told) {
            this.shares = new double[tasks];
            this.told = told;
        }

        synchronized void update(int task, double share) {
            shares[task] = share;
            double sum = 0;
            for (double own : shares) {
                sum += own;
            }
            told.accept(sum / shares.length);
        }
    }
}
