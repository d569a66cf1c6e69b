package io.bellamy.process;

import io.bellamy.process.LevelSteps.JobStep;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * From which days on jobs took another time, before anything is learned: learned without these, level and noise would be what the steps
 * are. All runs must be so much likelier with them that it is certain, whatever else might be learned of the runs.
 */
final class FirstSteps {

    private final Evidence evidence;
    private final List<Cell> cells;
    private final double mean;
    private final RunScatter scatter;

    /**
     * Prepares it.
     *
     * @param mean of all, ln seconds
     * @param scatter how runs lie, as far as it is known
     */
    FirstSteps(Evidence evidence, List<Cell> cells, double mean, RunScatter scatter) {
        this.evidence = evidence;
        this.cells = cells;
        this.mean = mean;
        this.scatter = scatter;
    }

    /**
     * Looks for them.
     *
     * @param believed parameters
     * @return none where all together do not explain so much more that they are certain
     */
    LevelSteps from(double[] believed) {
        boolean anyStopped = CompletedCells.anyStopped(cells);
        // what is believed allows for a level that moves as far as a limit is, and the steady runs before tell whether
        // it does
        double[] start = anyStopped
                ? ParameterClimb.first(some(cell -> cells.get(cell).limits().isEmpty()), believed)
                : believed;
        double deviation = anyStopped ? deviation(start) : scatter.deviation();
        double wider = Math.max(1, UsualDeviation.of(evidence.distances(start)));
        double[] wide = start.clone();
        wide[wide.length - 1] += 2 * Math.log(wider);
        LevelSteps found = LevelSteps.NONE.and(search(wide, wider * deviation).steps());
        int count = found.all().size();
        return count == 0 || gain(found, start) <= count * StragglerSearch.CERTAIN ? LevelSteps.NONE : found;
    }

    private static double deviation(double[] parameters) {
        return Math.exp(parameters[parameters.length - 1] / 2);
    }

    private StepSearch search(double[] parameters, double deviation) {
        CellReadings told = new CellReadings(evidence.values(), evidence.variances(parameters));
        return new StepSearch(cells, told, evidence.together(parameters), mean, scatter.with(deviation, 0));
    }

    private Evidence some(IntPredicate which) {
        return evidence.some(
                IntStream.range(0, cells.size()).filter(which).boxed().toList());
    }

    /** How much likelier all runs are with steps, each with the parameters that are best, as a logarithm. */
    private double gain(LevelSteps steps, double[] start) {
        double[] without = ParameterClimb.first(evidence, start);
        double[] with = ParameterClimb.first(evidence.with(steps), start);
        boolean anyStopped = IntStream.range(0, cells.size())
                .anyMatch(cell -> !cells.get(cell).limits().isEmpty() && isSince(steps, cell));
        if (!anyStopped) {
            return evidence.with(steps).height(with) - evidence.height(without);
        }
        List<double[]> learned = List.of(start, without, with);
        return most(learned, each -> log(steps, each, LaterRuns.Explained::changed))
                - most(learned, each -> log(steps, each, LaterRuns.Explained::unchanged));
    }

    private static double most(List<double[]> learned, ToDoubleFunction<double[]> log) {
        return learned.stream().mapToDouble(log).max().orElseThrow();
    }

    /** How probable all runs are: those before the steps, and given them those since, of which some are known to have taken longer. */
    private double log(LevelSteps steps, double[] parameters, ToDoubleFunction<LaterRuns.Explained> since) {
        StepSearch search = search(parameters, deviation(parameters));
        double log = some(cell -> !isSince(steps, cell)).height(parameters);
        for (JobStep step : steps.all()) {
            log += search.since(step)
                    .map(LaterRuns::explained)
                    .map(since::applyAsDouble)
                    .orElse(0.0);
        }
        return log;
    }

    private boolean isSince(LevelSteps steps, int cell) {
        return steps.since(cells.get(cell).place()) > 0;
    }
}
