package io.bellamy.process;

import io.bellamy.process.LaterRuns.Explained;
import io.bellamy.process.LevelSteps.JobStep;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Looks for days from which on a job takes another time. A level that changes now and then has no such step in it, and a process
 * learned before one has seen nothing like it. Each job is seen by all others and by its own runs before a day; those since
 * then must be so much likelier with a step that it is certain.
 */
final class StepSearch {

    /** Two nights may be chance. */
    static final int FEWEST = 3;

    /** Of jobs whose newest runs are not as those before, before these are looked at: as rare as runs that took any time. */
    private static final double RARE = RunScatter.RARE;

    /** Of ln of the factor of what most releases do: what takes many times as long hung. */
    private static final double OF_MOST = 0.25;

    private final List<Cell> cells;
    private final CellReadings told;
    private final CellInverse together;
    private final double mean;
    private final RunScatter scatter;
    private final Function<List<String>, List<RunDoubt>> doubts;
    private final Map<List<String>, List<Integer>> jobs;
    private final Map<List<String>, Optional<OrderedJob>> ordered = new HashMap<>();

    /**
     * Prepares it.
     *
     * @param told what cells tell
     * @param together they
     * @param mean of all, ln seconds
     * @param scatter how runs lie
     * @param doubts how those of a job may lie instead
     */
    StepSearch(
            List<Cell> cells,
            CellReadings told,
            CellInverse together,
            double mean,
            RunScatter scatter,
            Function<List<String>, List<RunDoubt>> doubts) {
        this.cells = cells;
        this.told = told;
        this.together = together;
        this.mean = mean;
        this.scatter = scatter.orAnyStragglers();
        this.doubts = doubts;
        this.jobs = Cells.numbersByJob(cells);
    }

    /** The same, where runs lie as is known of them. */
    StepSearch(List<Cell> cells, CellReadings told, CellInverse together, double mean, RunScatter scatter) {
        this(cells, told, together, mean, scatter, job -> List.of(RunDoubt.none(scatter)));
    }

    /** At most one of each job. */
    List<JobStep> steps() {
        return ofEachJob(StepSearch::step);
    }

    /** The runs of a job since its step; nothing where that can't be done with these numbers. */
    Optional<LaterRuns> since(JobStep step) {
        return ordered(step.job()).map(job -> job.since(job.first(step.day())));
    }

    /**
     * Where fewer runs than that may tell of one: at most one of each job.
     *
     * @param least probability of what is of interest
     */
    List<PossibleStep> possible(double least) {
        return ofEachJob((name, job) -> possible(name, job, least).filter(step -> step.probability() > least));
    }

    private <T> List<T> ofEachJob(BiFunction<List<String>, OrderedJob, Optional<T>> look) {
        return jobs.keySet().stream()
                .flatMap(name -> ordered(name).flatMap(job -> look.apply(name, job)).stream())
                .toList();
    }

    private Optional<PossibleStep> possible(List<String> name, OrderedJob job, double least) {
        return IntStream.range(Math.max(FEWEST, job.size() - FEWEST + 1), job.size())
                .filter(first -> job.day(first) > job.day(first - 1) && job.hasReached(first))
                .mapToObj(first -> possible(name, job, first, least))
                .max(Comparator.comparingDouble(PossibleStep::probability));
    }

    /** The more runs are as one another, the more probable it is that the next one is: so that it is certain with the fewest of a step. */
    private PossibleStep possible(List<String> name, OrderedJob job, int first, double least) {
        LaterRuns since = job.since(first);
        double probability = since.isNotable() ? probability(job, first, List.of(RunDoubt.none(scatter))) : 0;
        if (probability > least) {
            probability = Math.min(probability, probability(job, first, doubts.apply(name)));
        }
        return new PossibleStep(
                new JobStep(name, job.day(first)), since.runs(), since.middle(), since.anyStopped(), probability);
    }

    private static double probability(OrderedJob job, int first, List<RunDoubt> doubts) {
        // neither what stragglers are like must explain it, nor that they are like nothing
        double gain = Math.min(
                gain(job, first, doubts, RunScatter::orAnyStragglers),
                gain(job, first, doubts, RunScatter::withAnyStragglers));
        double odds = RARE * Math.exp(gain);
        return Math.min((job.size() - first) / (double) FEWEST, odds / (1 + odds));
    }

    private static double gain(OrderedJob job, int first, List<RunDoubt> doubts, UnaryOperator<RunScatter> stragglers) {
        return doubts.stream()
                .map(doubt -> doubt.with(stragglers.apply(doubt.scatter())))
                .map(doubt -> job.since(first, doubt).explained(OF_MOST).times(doubt.probability()))
                .reduce(Explained::or)
                .orElseThrow()
                .gain();
    }

    private Optional<OrderedJob> ordered(List<String> name) {
        return ordered.computeIfAbsent(name, job -> OrderedJob.of(cells, jobs.get(job), told, together, mean, scatter));
    }

    /** Where a step explains all runs best: those before as they came, one after the other, and those since. */
    private static Optional<JobStep> step(List<String> name, OrderedJob job) {
        Optional<LaterRuns> best = Optional.empty();
        double day = Double.NaN;
        double most = Double.NEGATIVE_INFINITY;
        double before = 0;
        for (int first = 0; first <= job.size() - FEWEST; first++) {
            if (first >= FEWEST && job.day(first) > job.day(first - 1)) {
                LaterRuns since = job.since(first);
                double log = before + since.log();
                if (since.isNotable() && log > most) {
                    best = Optional.of(since);
                    day = job.day(first);
                    most = log;
                }
            }
            before += job.ahead(first);
        }
        double found = day;
        return best.filter(since -> since.explained(LevelSteps.VARIANCE).gain() > StragglerSearch.CERTAIN)
                .map(since -> new JobStep(name, found));
    }
}
