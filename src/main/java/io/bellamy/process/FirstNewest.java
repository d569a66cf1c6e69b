package io.bellamy.process;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Before anything is learned: the newest runs, as what is learned without them sees them. After a pause a level that moves explains any of
 * them, and nobody would learn that it stays where it is.
 */
final class FirstNewest {

    /** As little as this, since how steady a job is is not known yet, and one run fewer is no loss. */
    private static final double WORTH_A_THOUGHT = 0.005;

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
    FirstNewest(Evidence evidence, List<Cell> cells, double mean, RunScatter scatter) {
        this.evidence = evidence;
        this.cells = cells;
        this.mean = mean;
        this.scatter = scatter;
    }

    /**
     * Of which jobs they may be the first after a step.
     *
     * @param believed parameters
     */
    List<PossibleStep> possible(double[] believed) {
        NewestRuns newest = new NewestRuns(cells);
        List<Integer> older = IntStream.range(0, cells.size())
                .filter(cell -> !newest.has(cells.get(cell).place()))
                .boxed()
                .toList();
        if (older.size() == cells.size()) {
            return List.of();
        }
        Evidence before = evidence.some(older);
        List<CellMean> told = FirstLook.at(before, believed);
        double[] learned = ParameterClimb.first(before.with(told), believed);
        List<CellMean> all = new ArrayList<>(
                evidence.measured().stream().map(FirstLook::hardly).toList());
        for (int i = 0; i < told.size(); i++) {
            all.set(older.get(i), told.get(i));
        }
        return possible(evidence.with(all), learned);
    }

    private List<PossibleStep> possible(Evidence told, double[] learned) {
        // what is too sure of the rest to be computed for all is not learned
        if (told.at(learned).isEmpty()) {
            return List.of();
        }
        double deviation = Math.exp(learned[learned.length - 1] / 2);
        CellReadings readings = new CellReadings(told.values(), told.variances(learned));
        return new StepSearch(cells, readings, told.together(learned), mean, scatter.with(deviation, 0))
                .possible(WORTH_A_THOUGHT);
    }
}
