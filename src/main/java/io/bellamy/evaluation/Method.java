package io.bellamy.evaluation;

import io.bellamy.job.Companions;
import io.bellamy.job.Run;
import io.bellamy.model.AdaptedModel;
import io.bellamy.model.Forecast;
import io.bellamy.model.InformedModel;
import io.bellamy.model.TrainedModel;
import io.bellamy.model.Trainer;
import io.bellamy.numerics.Parallel;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * A way to predict runtimes, to be held against others. Held-out contexts are worked on side by side; of each the method
 * learns once, takes in once what is known, and adapts once for all questions that share their points.
 *
 * @param name a short name for tables, as {@code ernest}
 * @param description what it is, in a line
 * @param mostSplits how many splits it answers at most, for methods that are too slow for all of them
 * @param effort roughly how long it takes for a context with 30 splits, seconds, for the time left that is shown
 * @param learner how it learns from other contexts
 */
public record Method(String name, String description, int mostSplits, double effort, Learner learner) {

    /** It answers every split. */
    public static final int ALL_SPLITS = Integer.MAX_VALUE;

    /** The share of learning in the time of all, roughly. */
    private static final double LEARNING = 0.9;

    /** Learns of what is known when something is held out. */
    @FunctionalInterface
    public interface Learner {

        /**
         * Learns.
         *
         * @param support the runs that may be learned from
         * @param teachers what is known of other algorithms, where that is of use
         * @param seed where every random number comes from
         * @param progress is told now and then which share is done, from 0 to 1
         */
        TrainedModel learn(List<Run> support, Companions teachers, Seed seed, DoubleConsumer progress);
    }

    /** A method that learns of the runs of the algorithm itself alone. */
    public Method(String name, String description, int mostSplits, double effort, Trainer trainer) {
        this(name, description, mostSplits, effort, (Learner)
                (support, teachers, seed, progress) -> trainer.train(support, seed, progress));
    }

    /**
     * Answers all questions of all held-out contexts of one algorithm. Nothing of a task's context is known but the
     * points of each question, and nothing passes from one task to another. An answer depends on the task, the question
     * and the seed, not on which other tasks there are.
     *
     * @param seed where every random number comes from
     * @param progress is told now and then which share is done, from 0 to 1
     * @return for every task, in order, the answer to every question, in order
     */
    public List<List<Estimate>> answer(List<Task> tasks, long seed, DoubleConsumer progress) {
        TaskProgress all = new TaskProgress(tasks.size(), progress);
        return Parallel.map(
                tasks.size(),
                i -> answer(
                        tasks.get(i), new Seed(seed).stream(tasks.get(i).context()), share -> all.update(i, share)));
    }

    private List<Estimate> answer(Task task, Seed seed, DoubleConsumer progress) {
        TrainedModel trained =
                learner.learn(task.support(), task.teachers(), seed, share -> progress.accept(LEARNING * share));
        Map<List<Run>, Map<Situation, List<Integer>>> byHistory = new LinkedHashMap<>();
        for (int q = 0; q < task.questions().size(); q++) {
            Question question = task.questions().get(q);
            byHistory
                    .computeIfAbsent(question.past().map(Past::since).orElse(List.of()), since -> new LinkedHashMap<>())
                    .computeIfAbsent(Situation.of(question), situation -> new ArrayList<>())
                    .add(q);
        }
        List<Estimate> estimates =
                new ArrayList<>(Collections.nCopies(task.questions().size(), Estimate.NONE));
        int done = 0;
        for (Map.Entry<List<Run>, Map<Situation, List<Integer>>> moment : byHistory.entrySet()) {
            InformedModel informed = trained.informed(joined(task.support(), moment.getKey()));
            for (Map.Entry<Situation, List<Integer>> group : moment.getValue().entrySet()) {
                List<Integer> asked = group.getValue();
                List<Forecast> forecasts = group.getKey()
                        .adapted(informed, seed)
                        .forecast(asked.stream()
                                .map(q -> task.questions().get(q).planned())
                                .toList());
                for (int i = 0; i < forecasts.size(); i++) {
                    estimates.set(asked.get(i), Estimate.of(forecasts.get(i)));
                }
                done += asked.size();
                progress.accept(LEARNING + (1 - LEARNING) * done / estimates.size());
            }
        }
        return estimates;
    }

    private static List<Run> joined(List<Run> support, List<Run> since) {
        List<Run> history = new ArrayList<>(support);
        history.addAll(since);
        return history;
    }

    /** What a model that knows the history is adapted to; questions with the same share it. */
    private record Situation(List<Run> matching, List<Run> more) {

        static Situation of(Question question) {
            return question.past()
                    .map(past -> new Situation(past.matching(), List.of()))
                    .orElse(new Situation(List.of(), question.points()));
        }

        AdaptedModel adapted(InformedModel informed, Seed seed) {
            return informed.adapt(
                    matching, more, seed.stream("adaptation").stream(name(more.isEmpty() ? matching : more)));
        }
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
    private static final class TaskProgress {
        private final double[] shares;
        private final DoubleConsumer told;

        TaskProgress(int tasks, DoubleConsumer told) {
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
