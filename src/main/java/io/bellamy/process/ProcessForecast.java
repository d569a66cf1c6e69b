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
import java.util.Optional;
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
    private final ConditionedRuns conditioned;
    private final Optional<IfChanged> ifChanged;
    private final ScatteredRuns scattered;
    private final Extent extent;
    private final Novelty novelty;

    /**
     * What is so with a probability instead.
     *
     * @param conditioned if the job made a step of which too few runs tell
     */
    private record IfChanged(double probability, ConditionedRuns conditioned) {}

    /**
     * Conditions on runs.
     *
     * @param job any run of the job that is asked about
     * @param more cells that the surroundings do not know
     * @throws ArithmeticException if it can't be done with these numbers
     */
    ProcessForecast(ProcessOfHistory informed, Surroundings surroundings, RunPlace job, List<Cell> more) {
        this.informed = informed;
        List<RunPlace> known = Stream.concat(surroundings.cells().stream(), more.stream())
                .map(Cell::place)
                .toList();
        this.scattered = informed.scattered(job.texts());
        this.extent = Extent.of(known);
        this.novelty = new Novelty(informed.kernel(), job, known);
        this.conditioned = new ConditionedRuns(informed.process(), surroundings, job, more);
        this.ifChanged = surroundings
                .possible(job.texts())
                .map(step -> new IfChanged(
                        step.probability(),
                        new ConditionedRuns(informed.process(), surroundings.with(step), job, more)));
    }

    /** The runs that are most alike to a run that is asked about. */
    public Grounds grounds(PlannedRun asked) {
        RunPlace place = informed.asked(asked);
        List<Cell> cells = cells();
        double[] likenesses = likenesses(place);
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
                informed.change(place.texts()),
                conditioned.surroundings().possible(place.texts()).map(PossibleStep::change));
    }

    /** So many of them at most, the most alike first, and of those that are as much so the newest. */
    public List<AlikeRun> mostAlike(PlannedRun asked, int most) {
        List<Cell> cells = cells();
        double[] likenesses = likenesses(informed.asked(asked));
        return IntStream.range(0, likenesses.length)
                .boxed()
                .flatMap(cell -> cells.get(cell).runs().stream().map(run -> new AlikeRun(run, likenesses[cell])))
                .sorted(Comparator.comparingDouble(AlikeRun::likeness)
                        .thenComparing(alike -> alike.run().measured().orElse(LocalDate.MIN))
                        .reversed())
                .limit(most)
                .toList();
    }

    private List<Cell> cells() {
        return conditioned.surroundings().cells();
    }

    private double[] likenesses(RunPlace place) {
        return conditioned.surroundings().likenesses(place, conditioned.like(place));
    }

    /** How long a run takes: the parts of a mixture. */
    public List<Component> at(PlannedRun run) {
        return scattered.runs(medians(run));
    }

    /** Where the median of all runs of a configuration may be, stragglers included: the parts of a mixture. */
    public List<Component> medianAt(PlannedRun run) {
        return scattered.medians(medians(run));
    }

    private List<Component> medians(PlannedRun run) {
        RunPlace place = informed.asked(run);
        return conditioned.areAlone() ? informed.answer(place, this::medians) : medians(place);
    }

    private List<Component> medians(RunPlace place) {
        List<Component> medians = conditioned.medians(place, extent.doubt(place), novelty);
        if (ifChanged.isEmpty()) {
            return medians;
        }
        double changed = ifChanged.get().probability();
        return Stream.concat(
                        medians.stream().map(part -> part.times(1 - changed)),
                        ifChanged.get().conditioned().medians(place, extent.doubt(place), novelty).stream()
                                .map(part -> part.times(changed)))
                .toList();
    }
}
