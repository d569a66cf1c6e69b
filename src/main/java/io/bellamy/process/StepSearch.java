package io.bellamy.process;

import io.bellamy.process.LevelSteps.JobStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for days from which on a job takes another time. A level that changes now and then has no such step in it, and a process
 * learned before one has seen nothing like it. Each job is seen by all others and by its own runs before a day; those since
 * then must be so much likelier with a step that it is certain.
 */
final class StepSearch {

    /** Two nights may be chance. */
    private static final int FEWEST = 3;

    private final List<Cell> cells;
    private final CellReadings told;
    private final CellInverse together;
    private final double mean;
    private final RunScatter scatter;

    /**
     * Prepares it.
     *
     * @param told what cells tell
     * @param together they
     * @param mean of all, ln seconds
     * @param scatter how runs lie
     */
    StepSearch(List<Cell> cells, CellReadings told, CellInverse together, double mean, RunScatter scatter) {
        this.cells = cells;
        this.told = told;
        this.together = together;
        this.mean = mean;
        this.scatter = scatter.share() > 0 ? scatter : scatter.withAnyStragglers();
    }

    /** At most one of each job. */
    List<JobStep> steps() {
        List<JobStep> steps = new ArrayList<>();
        Cells.numbersByJob(cells)
                .forEach((name, numbers) ->
                        ordered(numbers).flatMap(job -> step(name, job)).ifPresent(steps::add));
        return steps;
    }

    /** The runs of a job since its step; nothing where that can't be done with these numbers. */
    Optional<LaterRuns> since(JobStep step) {
        return ordered(Cells.numbersByJob(cells).get(step.job())).map(job -> job.since(job.first(step.day())));
    }

    private Optional<OrderedJob> ordered(List<Integer> numbers) {
        return OrderedJob.of(cells, numbers, told, together, mean, scatter);
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
        return best.filter(since -> since.explained().gain() > StragglerSearch.CERTAIN)
                .map(since -> new JobStep(name, found));
    }
}
