package io.bellamy.process;

import io.bellamy.adaptation.RuntimeDistribution.Component;
import io.bellamy.job.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A job of pretraining as all others see it: what a process says of its runs that knows none or some of them. Never changed.
 */
public final class LeftOutJob {

    private final RunProcess process;
    private final List<Cell> cells;
    private final double[] means;
    private final double[][] covariance;

    private LeftOutJob(RunProcess process, List<Cell> cells, double[] means, double[][] covariance) {
        this.process = process;
        this.cells = cells;
        this.means = means;
        this.covariance = covariance;
    }

    /**
     * Leaves a job out.
     *
     * @param job the numbers of its cells among all in which a run came to its end
     * @param stopped the numbers of its others, which nobody knows either
     * @param together what all cells tell
     * @param measured what each tells
     */
    static Optional<LeftOutJob> of(
            RunProcess process,
            List<Cell> all,
            List<Integer> job,
            List<Integer> stopped,
            CellInverse together,
            List<CellMean> measured) {
        List<Integer> out = Stream.concat(job.stream(), stopped.stream()).toList();
        return together.without(out).map(seen -> {
            double[][] covariance = seen.covariance();
            double[] means = new double[job.size()];
            for (int i = 0; i < means.length; i++) {
                CellMean own = measured.get(job.get(i));
                means[i] = own.value() - seen.surprise(i);
                covariance[i][i] =
                        Math.max(0, covariance[i][i] - process.scatter().variance() / own.weight());
            }
            return new LeftOutJob(process, job.stream().map(all::get).toList(), means, covariance);
        });
    }

    /** How many configurations it has. */
    public int size() {
        return cells.size();
    }

    /** The runs of a configuration that came to their end, at least one. */
    public List<Run> runs(int configuration) {
        return cells.get(configuration).runs().stream().filter(Run::finished).toList();
    }

    /**
     * What a process says of a configuration that knows nothing of the job but some runs, the kernel taken at its word: what was
     * learned of jobs that were held out would count twice.
     *
     * @param known the numbers of configurations of which one run each is known
     * @param which run of each
     */
    public List<Component> at(int configuration, List<Integer> known, int which) {
        int size = known.size();
        double[][] own = new double[size][size];
        double[] covariances = new double[size];
        List<Double> surprises = known.stream()
                .map(cell -> {
                    List<Double> logs = cells.get(cell).logs();
                    return logs.get(which % logs.size()) - process.mean() - means[cell];
                })
                .toList();
        for (int i = 0; i < size; i++) {
            covariances[i] = covariance(configuration, known.get(i));
            for (int j = i; j < size; j++) {
                own[i][j] = covariance(known.get(i), known.get(j));
            }
        }
        double mean = process.mean()
                + process.columns().believed(cells.get(configuration).place())
                + means[configuration];
        List<Component> medians = new StragglerMixture(own, surprises, process.scatter(), process.spread())
                .at(mean, covariance[configuration][configuration], covariances, LogVariance.ONE.points(0));
        return new ScatteredRuns(process.noises().ofNew(process.scatter())).runs(medians);
    }

    private double covariance(int one, int other) {
        return covariance[Math.min(one, other)][Math.max(one, other)];
    }
}
