package io.bellamy.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a run on Spark costs, in seconds.
 *
 * @param start until the first task is sent off, with one executor
 * @param crowding by which each executor more makes that longer where executors and driver share processors
 * @param sharing how many times as long as is worked out it takes from the first task to the last where executors and driver share
 *     processors: these are not worth as much together as each alone
 * @param end after the last one
 * @param item of an executor's processor for a job or a log, when it is warm
 * @param together what the model of all jobs together takes more, of which there is one; 0 where there is none
 * @param warming what the first, second, ... of an executor take more, with what Spark does more for them
 * @param overhead of Spark for a task, in which the executor waits
 * @param driver of the driver's processors for an item: making the order, and publishing what comes back
 * @param replyBytes what comes back of an item
 */
record CostModel(
        double start,
        double crowding,
        double sharing,
        double end,
        double item,
        double together,
        List<Double> warming,
        double overhead,
        double driver,
        double replyBytes) {

    /** A task that takes so many times as long as is usual is the one of all jobs together. */
    private static final int OUTSTANDING = 5;

    /** An executor is taken to be warm when it has done this share of what the busiest one did: Java goes on compiling for long. */
    private static final double WARM = 0.75;

    CostModel {
        warming = List.copyOf(warming);
    }

    /** What an executor that has done some items takes for the next one. */
    double working(int done) {
        return item + (done < warming.size() ? warming.get(done) : 0);
    }

    /**
     * Fits it.
     *
     * @param runs on Spark of one kind, with two numbers of items at least
     * @param cores that executors and driver shared
     */
    static CostModel fit(List<MeasuredRun> runs, int cores) {
        CostModel alone = fit(runs, 1.0);
        List<MeasuredRun> shared =
                runs.stream().filter(run -> run.workers() > 1).toList();
        return shared.isEmpty()
                ? alone
                : fit(
                        runs,
                        median(
                                shared,
                                run -> run.work()
                                        / ClusterSimulation.shared(alone, run.workers(), cores)
                                                .between(run.tasks().size())));
    }

    private static CostModel fit(List<MeasuredRun> runs, double sharing) {
        List<TaskTime> warm = new ArrayList<>();
        List<List<TaskTime>> executors = new ArrayList<>();
        for (MeasuredRun run : runs) {
            for (List<TaskTime> done : run.byExecutor()) {
                List<TaskTime> tasks =
                        done.stream().filter(task -> !isTogether(task, run)).toList();
                executors.add(tasks);
            }
        }
        int cold = (int) (WARM * executors.stream().mapToInt(List::size).max().orElse(0));
        executors.forEach(tasks -> warm.addAll(tasks.subList(Math.min(cold, tasks.size()), tasks.size())));
        double item = mean(warm, TaskTime::working);
        List<TaskTime> all = runs.stream().flatMap(run -> run.tasks().stream()).toList();
        double overhead = median(all, TaskTime::overhead);
        List<Double> warming = IntStream.range(0, cold)
                .mapToObj(i -> {
                    List<TaskTime> ith = executors.stream()
                            .filter(tasks -> tasks.size() > i)
                            .map(tasks -> tasks.get(i))
                            .toList();
                    return mean(ith, task -> task.working() + task.overhead()) - item - overhead;
                })
                .toList();
        int fewest = runs.stream().mapToInt(MeasuredRun::workers).min().orElse(0);
        double start = median(of(runs, fewest), MeasuredRun::start);
        return new CostModel(
                start,
                Math.max(0, median(of(runs, fewest + 1), MeasuredRun::start) - start),
                sharing,
                median(runs, MeasuredRun::end),
                item,
                median(runs, CostModel::together),
                warming,
                overhead + median(gaps(executors), gap -> gap),
                slope(runs),
                mean(all, TaskTime::replyBytes));
    }

    private static List<MeasuredRun> of(List<MeasuredRun> runs, int workers) {
        return runs.stream().filter(run -> run.workers() == workers).toList();
    }

    /** Whether it is the task of all jobs together; the first of an executor may take as long, for other reasons. */
    private static boolean isTogether(TaskTime task, MeasuredRun run) {
        double usual = median(run.tasks(), TaskTime::working);
        double longest = run.byExecutor().stream()
                .flatMap(tasks -> tasks.stream().skip(1))
                .mapToDouble(TaskTime::working)
                .max()
                .orElse(0);
        return task.working() == longest && longest > OUTSTANDING * usual;
    }

    private static double together(MeasuredRun run) {
        return run.tasks().stream()
                .filter(task -> isTogether(task, run))
                .mapToDouble(task -> task.working() - median(run.tasks(), TaskTime::working))
                .sum();
    }

    /** Between the end of a task and the beginning of the next one of the same executor. */
    private static List<Double> gaps(List<List<TaskTime>> executors) {
        return executors.stream()
                .flatMap(tasks -> IntStream.range(1, tasks.size())
                        .mapToObj(
                                i -> tasks.get(i).launched() - tasks.get(i - 1).finished()))
                .toList();
    }

    /** By how much the driver's processor time grows with an item: least squares. */
    private static double slope(List<MeasuredRun> runs) {
        double items = mean(runs, MeasuredRun::items);
        double driver = mean(runs, MeasuredRun::driverSeconds);
        double products = 0;
        double squares = 0;
        for (MeasuredRun run : runs) {
            products += (run.items() - items) * (run.driverSeconds() - driver);
            squares += (run.items() - items) * (run.items() - items);
        }
        return Math.max(0, products / squares);
    }

    private static <T> double mean(List<T> all, ToDoubleFunction<T> value) {
        return all.stream().mapToDouble(value).average().orElse(0);
    }

    static <T> double median(List<T> all, ToDoubleFunction<T> value) {
        double[] sorted = all.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
