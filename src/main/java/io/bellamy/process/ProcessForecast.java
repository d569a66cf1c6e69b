package io.bellamy.process;

import io.bellamy.adaptation.RuntimeDistribution.Component;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import io.bellamy.model.AlikeRun;
import io.bellamy.model.Grounds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a history and a few more runs say of others. The more runs are conditioned on exactly: every possibility which of them
 * are stragglers is a part of the mixture. Safe for several threads.
 */
public final class ProcessForecast {

    /** With more runs than this the possibilities are too many. */
    static final int MOST_MORE = 6;

    /** Runs so nearly as alike as the most alike one count with it. */
    private static final double NEARLY = 0.9;

    private final ProcessOfHistory informed;
    private final Surroundings surroundings;

    /** A place of the job among the surroundings. */
    private final CellKernel.Texts likeJob;

    private final List<Surroundings.View> views = new ArrayList<>();
    private final StragglerMixture mixture;
    private final Extent extent;
    private final Novelty novelty;

    /**
     * Conditions on runs.
     *
     * @param job any run of the job that is asked about
     * @param more cells that the surroundings do not know
     */
    ProcessForecast(ProcessOfHistory informed, Surroundings surroundings, RunPlace job, List<Cell> more) {
        this.informed = informed;
        this.surroundings = surroundings;
        List<RunPlace> known = Stream.concat(surroundings.cells().stream(), more.stream())
                .map(Cell::place)
                .toList();
        this.extent = Extent.of(known);
        this.novelty = new Novelty(informed.kernel(), job, known);
        List<Double> surprises = new ArrayList<>();
        this.likeJob = surroundings.like(job);
        for (Cell cell : more) {
            Surroundings.View view = at(cell.place());
            for (double log : cell.logs()) {
                views.add(view);
                surprises.add(log - informed.process().mean() - view.mean());
            }
        }
        double[][] covariance = new double[views.size()][views.size()];
        for (int i = 0; i < covariance.length; i++) {
            for (int j = i; j < covariance.length; j++) {
                covariance[i][j] = views.get(i).covariance(views.get(j));
            }
        }
        this.mixture = new StragglerMixture(
                covariance,
                surprises,
                informed.process().scatter(),
                informed.process().spread());
    }

    /** The runs that are most alike to a run that is asked about. */
    public Grounds grounds(PlannedRun asked) {
        RunPlace place = informed.asked(asked);
        List<Cell> cells = surroundings.cells();
        double[] likenesses = surroundings.likenesses(place, like(place));
        double most = DoubleStream.of(likenesses).max().orElse(0);
        List<Run> runs = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < likenesses.length; i++) {
            if (likenesses[i] >= NEARLY * most) {
                runs.addAll(cells.get(i).runs());
                sum += likenesses[i] * cells.get(i).runs().size();
            }
        }
        return new Grounds(
                runs.size(),
                runs.isEmpty() ? 0 : sum / runs.size(),
                runs.stream().flatMap(run -> run.measured().stream()).max(Comparator.naturalOrder()),
                informed.change(place.texts()));
    }

    /** So many of them at most, the most alike first, and of those that are as much so the newest. */
    public List<AlikeRun> mostAlike(PlannedRun asked, int most) {
        List<Cell> cells = surroundings.cells();
        RunPlace place = informed.asked(asked);
        double[] likenesses = surroundings.likenesses(place, like(place));
        return IntStream.range(0, likenesses.length)
                .boxed()
                .flatMap(cell -> cells.get(cell).runs().stream().map(run -> new AlikeRun(run, likenesses[cell])))
                .sorted(Comparator.comparingDouble(AlikeRun::likeness)
                        .thenComparing(alike -> alike.run().measured().orElse(LocalDate.MIN))
                        .reversed())
                .limit(most)
                .toList();
    }

    private CellKernel.Texts like(RunPlace place) {
        return likeJob.areOf(place) ? likeJob : surroundings.like(place);
    }

    private Surroundings.View at(RunPlace place) {
        return surroundings.at(place, like(place));
    }

    /** How long a run takes: the parts of a mixture. */
    public List<Component> at(PlannedRun run) {
        return informed.scattered().runs(medians(run));
    }

    /** Where the median of all runs of a configuration may be, stragglers included: the parts of a mixture. */
    public List<Component> medianAt(PlannedRun run) {
        return informed.scattered().medians(medians(run));
    }

    private List<Component> medians(PlannedRun run) {
        RunPlace place = informed.asked(run);
        return views.isEmpty() ? informed.answer(place, this::medians) : medians(place);
    }

    private List<Component> medians(RunPlace place) {
        RunProcess process = informed.process();
        Surroundings.View view = at(place);
        double base = process.mean() + process.columns().believed(place) + view.mean();
        double[] covariances = views.stream().mapToDouble(view::covariance).toArray();
        double sure = view.covariance(view) + extent.doubt(place);
        return mixture.at(base, sure, covariances, factors(place, sure));
    }

    /** What the variance at a place may be, as factors of it. */
    private List<VarianceDoubt> factors(RunPlace place, double variance) {
        if (!novelty.any()) {
            return LogVariance.ONE.points(0);
        }
        LogVariance unseen = informed.process().spread().factor(novelty.values());
        // jobs that were held out told all their numbers
        LogVariance factor = place.isWhole() ? unseen : unseen.atLeast(0);
        return factor.points(novelty.doubt(place, variance));
    }
}
