package io.bellamy.checking;

import io.bellamy.checking.CheckOutcome.Checked;
import io.bellamy.checking.CheckOutcome.NotChecked;
import io.bellamy.checking.JobCheck.Expectations;
import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.Run;
import io.bellamy.job.ScaleOutUnit;
import io.bellamy.model.Forecast;
import io.bellamy.model.TrainedModel;
import io.bellamy.tuning.Seed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * The runs of an algorithm since a day, each beside what was expected on the day before.
 *
 * @param algorithm its name
 * @param counts what its scale-outs are numbers of
 * @param runs that came to their end, each with its day
 * @param stopped those of which it is known only that they took longer, each with its day
 */
public record AlgorithmCheck(String algorithm, ScaleOutUnit counts, List<Run> runs, List<Run> stopped) {

    /** Before so many runs nothing is expected. */
    public static final int FEWEST = 3;

    /** Most of the time goes there. */
    private static final double NEXT_RUNS = 0.9;

    /** Those that tell their day. */
    public static List<Run> dated(List<Run> runs) {
        return runs.stream().filter(run -> run.measured().isPresent()).toList();
    }

    /** The first day since another one before which there were enough runs to expect something; none where no run is later. */
    public Optional<LocalDate> firstDay(LocalDate since) {
        return runs.stream()
                .map(AlgorithmCheck::day)
                .filter(day -> !day.isBefore(since))
                .distinct()
                .sorted()
                .filter(day -> before(day).size() >= FEWEST)
                .findFirst();
    }

    /** The runs before a day. */
    public List<Run> before(LocalDate day) {
        return runs.stream().filter(run -> day(run).isBefore(day)).toList();
    }

    /**
     * Checks.
     *
     * @param trained a model that has seen no run since the first day
     * @param expectations where it comes from
     * @param from the first day
     */
    public List<CheckOutcome> with(
            TrainedModel trained,
            Expectations expectations,
            FeaturePipeline features,
            CheckRules rules,
            LocalDate from,
            Seed seed,
            DoubleConsumer progress) {
        Hindsight hindsight = new Hindsight(trained, features, runs, stopped, seed);
        IdentityHashMap<Run, Forecast> forecasts =
                hindsight.nextRuns(from, share -> progress.accept(NEXT_RUNS * share));
        JobWatch watch = new JobWatch(hindsight, rules, from);
        List<CheckOutcome> outcomes = new ArrayList<>();
        for (ObservedJob job : ObservedJob.of(algorithm, counts, runs)) {
            List<CheckedRun> checked = job.runs().stream()
                    .filter(forecasts::containsKey)
                    .map(run -> CheckedRun.of(run, usable(forecasts.get(run))))
                    .toList();
            outcomes.add(
                    checked.isEmpty()
                            ? new NotChecked(
                                    job.name(), noneSince(from, job.newest().orElseThrow()))
                            : new Checked(watch.check(job, expectations, checked)));
        }
        return outcomes;
    }

    /** What is said of a job without runs to check. */
    public static String noneSince(LocalDate since, LocalDate newest) {
        return "no run since " + since + "; the newest is of " + newest;
    }

    /** A model whose files are as they were saved, but which is none that pretraining makes, may give no number. */
    static Forecast usable(Forecast forecast) {
        if (!(forecast.runtime() > 0) || Double.isInfinite(forecast.runtime())) {
            throw new ArithmeticException("a prediction is not finite");
        }
        return forecast;
    }

    private static LocalDate day(Run run) {
        return run.measured().orElseThrow();
    }
}
