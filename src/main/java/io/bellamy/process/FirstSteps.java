package io.bellamy.process;

import io.bellamy.process.LaterRuns.Explained;
import io.bellamy.process.LevelSteps.JobStep;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        double[] start = anyStopped ? ofFinished(believed) : believed;
        double deviation = anyStopped ? deviation(start) : scatter.deviation();
        double wider = Math.max(1, UsualDeviation.of(evidence.distances(start)));
        double[] wide = start.clone();
        wide[wide.length - 1] += 2 * Math.log(wider);
        LevelSteps found = LevelSteps.NONE.and(search(wide, wider * deviation).steps());
        int count = found.all().size();
        return count > 0 && gain(found, start) > count * StragglerSearch.CERTAIN ? found : LevelSteps.NONE;
    }

    /** What is believed allows for a level that moves as far as a limit is, and the steady runs before tell whether it does. */
    private double[] ofFinished(double[] believed) {
        double[] learned =
                ParameterClimb.first(some(cell -> cells.get(cell).limits().isEmpty()), believed);
        // what is too sure of the rest to be computed for all is not learned
        return evidence.at(learned).isPresent() ? learned : believed;
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

    /** How much likelier all runs are with steps, each with the best parameters that were found, as a logarithm. */
    private double gain(LevelSteps steps, double[] start) {
        double[] without = ParameterClimb.first(evidence, start);
        double[] with = ParameterClimb.first(evidence.with(steps), start);
        boolean anyStopped = IntStream.range(0, cells.size())
                .anyMatch(cell -> !cells.get(cell).limits().isEmpty() && isSince(steps, cell));
        if (!anyStopped) {
            return evidence.with(steps).height(with) - evidence.height(without);
        }
        List<Explained> learned = Stream.of(start, without, with)
                .flatMap(parameters -> explained(steps, parameters).stream())
                .toList();
        return most(learned, Explained::changed) - most(learned, Explained::unchanged);
    }

    private static double most(List<Explained> learned, ToDoubleFunction<Explained> log) {
        return learned.stream().mapToDouble(log).max().orElse(0);
    }

    /**
     * How probable all runs are: those before the steps, and given them those since, of which some are known to have taken longer. Of
     * several jobs each sees the runs of the others as they are told.
     *
     * @return nothing where that can't be done with these parameters
     */
    private Optional<Explained> explained(LevelSteps steps, double[] parameters) {
        if (evidence.at(parameters).isEmpty()) {
            return Optional.empty();
        }
        StepSearch search = search(parameters, deviation(parameters));
        double before = some(cell -> !isSince(steps, cell)).height(parameters);
        Optional<Explained> all = Optional.of(new Explained(before, before));
        for (JobStep step : steps.all()) {
            Optional<Explained> since = search.since(step).map(later -> later.explained(LevelSteps.VARIANCE));
            all = all.flatMap(sum -> since.map(sum::and));
        }
        return all;
    }

    private boolean isSince(LevelSteps steps, int cell) {
        return steps.since(cells.get(cell).place()) > 0;
    }
}
