package io.bellamy.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A process that was learned in pretraining; it knows no run until it is told. Never changed.
 *
 * @param columns what it looks at in a run
 * @param parameters of its terms, as logarithms; stored as parameters
 * @param mean of ln seconds above what is believed
 * @param scatter how the runs of one configuration lie
 * @param relevances how much time matters to jobs
 * @param noises how much the runs of each job scatter
 * @param companions what other algorithms have shown, possibly nothing
 * @param spread how far off it is where it does not know the runs
 */
public record RunProcess(
        ProcessColumns columns,
        @JsonProperty("parameters") List<Double> parameters,
        double mean,
        RunScatter scatter,
        Relevances relevances,
        JobNoises noises,
        List<StoredCell> companions,
        HeldOutSpread spread) {

    public RunProcess {
        parameters = List.copyOf(parameters);
        companions = List.copyOf(companions);
        for (StoredCell cell : companions) {
            if (cell.numbers().size() != columns.numbers().size()
                    || cell.texts().size() != columns.textsOfPlaces()) {
                throw new IllegalArgumentException(
                        "the cells of other algorithms must have the columns of the process");
            }
        }
        if (spread.values().size() != columns.textsOfPlaces()) {
            throw new IllegalArgumentException(
                    "a process of " + columns.textsOfPlaces() + " texts must have a factor of each, not "
                            + spread.values().size());
        }
        int wanted = new Terms(columns).parameters();
        if (parameters.size() != wanted) {
            throw new IllegalArgumentException(
                    "a process of these columns must have " + wanted + " parameters, not " + parameters.size());
        }
    }

    RunKernel kernel() {
        return new RunKernel(
                columns,
                new Terms(columns).all(),
                parameters.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
