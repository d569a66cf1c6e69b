package io.bellamy.process;

import io.bellamy.adaptation.RuntimeDistribution.Component;
import java.util.ArrayList;
import java.util.List;

/**
 * Cells that are known and a few more runs, which are conditioned on exactly: every possibility which of them are stragglers is a part of
 * the mixture. Never changed.
 */
final class ConditionedRuns {

    private final RunProcess process;
    private final Surroundings surroundings;

    /** A place of the job among the surroundings. */
    private final CellKernel.Texts likeJob;

    private final List<Surroundings.View> views = new ArrayList<>();
    private final StragglerMixture mixture;

    /**
     * Conditions on runs.
     *
     * @param job any run of the job that is asked about
     * @param more cells that the surroundings do not know
     * @throws ArithmeticException if it can't be done with these numbers
     */
    ConditionedRuns(RunProcess process, Surroundings surroundings, RunPlace job, List<Cell> more) {
        this.process = process;
        this.surroundings = surroundings;
        this.likeJob = surroundings.like(job);
        List<Double> surprises = new ArrayList<>();
        for (Cell cell : more) {
            Surroundings.View view = at(cell.place());
            for (double log : cell.logs()) {
                views.add(view);
                surprises.add(log - process.mean() - view.mean());
            }
        }
        double[][] covariance = new double[views.size()][views.size()];
        for (int i = 0; i < covariance.length; i++) {
            for (int j = i; j < covariance.length; j++) {
                covariance[i][j] = views.get(i).covariance(views.get(j));
            }
        }
        this.mixture = new StragglerMixture(
                covariance, surprises, process.scatter().times(process.noises().factor(job.texts())), process.spread());
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** Whether there is nothing but the surroundings. */
    boolean areAlone() {
        return views.isEmpty();
    }

    /** Places with the texts of one. */
    CellKernel.Texts like(RunPlace place) {
        return likeJob.areOf(place) ? likeJob : surroundings.like(place);
    }

    private Surroundings.View at(RunPlace place) {
        return surroundings.at(place, like(place));
    }

    /**
     * Where the median of usual runs of a configuration may be.
     *
     * @param more variance of it than the runs tell
     * @param novelty of the job
     */
    List<Component> medians(RunPlace place, double more, Novelty novelty) {
        Surroundings.View view = at(place);
        double base = process.mean() + process.columns().believed(place) + view.mean();
        double[] covariances = views.stream().mapToDouble(view::covariance).toArray();
        double sure = view.covariance(view) + more;
        return mixture.at(base, sure, covariances, factors(place, sure, novelty));
    }

    /** What the variance at a place may be, as factors of it. */
    private List<VarianceDoubt> factors(RunPlace place, double variance, Novelty novelty) {
        if (!novelty.any()) {
            return LogVariance.ONE.points(0);
        }
        LogVariance unseen = process.spread().factor(novelty.values());
        // jobs that were held out told all their numbers
        LogVariance factor = place.isWhole() ? unseen : unseen.atLeast(0);
        return factor.points(novelty.doubt(place, variance));
    }
}
