package io.bellamy.tuning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asynchronous successive halving (Li et al.: A System for Massively Parallel Hyperparameter Tuning, MLSys 2020) in the
 * form that only ever stops trials, as in Ray Tune's ASHA with one bracket. Rungs lie at grace period x factor^k epochs.
 * A trial that reaches a rung is held against the values recorded there before it: if it is worse than their 1/factor
 * quantile (linearly interpolated), it stops. Its value is recorded either way, so at an empty rung a trial goes on.
 * NaN goes on and leaves no value behind.
 *
 * <p>Reports may skip epochs. A report counts for one rung: the highest that its epoch has reached and that has not yet
 * taken note of the trial. A rung passed over in this way counts at the trial's next report.
 */
public final class SuccessiveHalving implements Scheduler {

    private final HalvingOptions options;
    private final List<Rung> highestFirst;

    /**
     * Settings of the scheduler.
     *
     * @param gracePeriod epoch of the lowest rung, before which no trial stops; 1 or more
     * @param reductionFactor one in this number of trials passes a rung, 2 or more
     * @param maxEpochs epoch at which a trial ends, not below the grace period
     */
    public record HalvingOptions(int gracePeriod, int reductionFactor, int maxEpochs) {

        /** @throws IllegalArgumentException if a number is too small */
        public HalvingOptions {
            Scheduler.requirePositive("grace period", gracePeriod);
            if (reductionFactor < 2) {
                throw new IllegalArgumentException(
                        "reduction factor is %s: it must be 2 or more".formatted(reductionFactor));
            }
            if (maxEpochs < gracePeriod) {
                throw new IllegalArgumentException(
                        "max epochs are %s: not below the grace period of %s".formatted(maxEpochs, gracePeriod));
            }
        }

        /** The epochs of the rungs, highest first: grace period x factor^k up to the max epochs. */
        public List<Integer> rungs() {
            List<Integer> rungs = new ArrayList<>();
            for (long epoch = gracePeriod; epoch <= maxEpochs; epoch *= reductionFactor) {
                rungs.add(0, Math.toIntExact(epoch));
            }
            return List.copyOf(rungs);
        }
    }

    /** Which trials have been here, and the values that they had: one for each but those with NaN. */
    private record Rung(int epoch, Set<Integer> trials, List<Double> values) {

        Decision enter(int trial, double value, int reductionFactor) {
            trials.add(trial);
            if (Double.isNaN(value)) {
                return Decision.CONTINUE;
            }
            boolean worse = !values.isEmpty() && value > quantile(values, 1.0 / reductionFactor);
            values.add(value);
            return worse ? Decision.STOP : Decision.CONTINUE;
        }
    }

    private static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        double place = share * (sorted.size() - 1);
        int index = (int) place;
        double lower = sorted.get(index);
        double upper = sorted.get(Math.min(index + 1, sorted.size() - 1));
        // equal infinities have no difference, and an exact place needs no neighbour
        return place == index || lower == upper ? lower : lower + (place - index) * (upper - lower);
    }

    public SuccessiveHalving(HalvingOptions options) {
        this.options = options;
        this.highestFirst = options.rungs().stream()
                .map(epoch -> new Rung(epoch, new HashSet<>(), new ArrayList<>()))
                .toList();
    }

    @Override
    public Decision report(int trial, int epoch, double value) {
        Scheduler.requirePositive("epoch", epoch);
        Decision decision = rung(trial, epoch)
                .map(rung -> rung.enter(trial, value, options.reductionFactor()))
                .orElse(Decision.CONTINUE);
        return epoch >= options.maxEpochs() ? Decision.STOP : decision;
    }

    /** The rung that a report counts for. */
    private Optional<Rung> rung(int trial, int epoch) {
        return highestFirst.stream()
                .filter(rung -> epoch >= rung.epoch() && !rung.trials().contains(trial))
                .findFirst();
    }

    @Override
    public boolean remembers(int trial, int epoch) {
        return rung(trial, epoch).isPresent();
    }

    @Override
    public int maxEpochs() {
        return options.maxEpochs();
    }
}
