package io.bellamy.training;

import io.bellamy.job.Run;
import io.bellamy.tuning.NoPruning;
import io.bellamy.tuning.Sampler;
import io.bellamy.tuning.Scheduler;
import io.bellamy.tuning.SearchSpace;
import io.bellamy.tuning.Study;
import io.bellamy.tuning.SuccessiveHalving;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How hyperparameters are searched for.
 *
 * @param trials how many are tried at most
 * @param patience no more are tried once so many that came after the best one have ended
 * @param maxConcurrent how many train side by side
 * @param space what may be chosen
 * @param metric what is minimised
 * @param sampler what makes suggestions
 * @param halving when trials are pruned; absent where none is
 * @param stopAt a trial that reaches this value ends
 * @param parameterColumns columns of the table of trials
 * @param metricColumns columns of the table of trials
 */
public record SearchOptions(
        int trials,
        int patience,
        int maxConcurrent,
        SearchSpace space,
        Validation.Metric metric,
        Sampler sampler,
        Optional<Halving> halving,
        OptionalDouble stopAt,
        List<String> parameterColumns,
        List<String> metricColumns) {

    /**
     * Successive halving.
     *
     * @param gracePeriod the first rung, in epochs
     * @param reductionFactor the ratio of two rungs, and of the trials that pass
     */
    public record Halving(int gracePeriod, int reductionFactor) {}

    public SearchOptions {
        parameterColumns = List.copyOf(parameterColumns);
        metricColumns = List.copyOf(metricColumns);
    }

    /** The same search with no more trials than can gain anything. */
    public SearchOptions suiting(SearchableTrainer trainer, List<Run> runs) {
        return withTrials(trainer.trials(runs, trials));
    }

    /** A new study. */
    public Study study(int epochs, long studySeed) {
        Scheduler scheduler = halving.<Scheduler>map(
                        rungs -> new SuccessiveHalving(new SuccessiveHalving.HalvingOptions(
                                Math.min(rungs.gracePeriod(), epochs), rungs.reductionFactor(), epochs)))
                .orElse(new NoPruning(epochs));
        return new Study(space, sampler, scheduler, new Study.StudyOptions(studySeed, trials, patience, stopAt));
    }

    /** The same search with another number of trials at most. */
    public SearchOptions withTrials(int number) {
        return new SearchOptions(
                number,
                patience,
                maxConcurrent,
                space,
                metric,
                sampler,
                halving,
                stopAt,
                parameterColumns,
                metricColumns);
    }
}
