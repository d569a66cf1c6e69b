package io.bellamy.checking;

import io.bellamy.checking.DaySeries.DayValue;
import io.bellamy.checking.JobCheck.Expectations;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import io.bellamy.model.Forecast;
import io.bellamy.numerics.Evenly;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks at the jobs of an algorithm: how their levels, sizes and runtimes go. The model, told of all runs, says what each would
 * take today; how far a run of another day is off is how the job was then, beside how it is now.
 */
final class JobWatch {

    /** So many days before those that are checked are looked at, too. */
    private static final int BACK = 90;

    private static final int MOST = 400;

    /** With this probability a run is at most one deviation above the median. */
    private static final double ONE_DEVIATION = 0.84;

    /** So much of what nobody knows of a run is the same for all runs. */
    private static final double SHARED = 0.5;

    /** Of a model that does not know how sure it is. */
    private static final double UNSURE = 0.03;

    private final Hindsight hindsight;
    private final Hindsight.Knowledge before;
    private final Hindsight.Knowledge now;
    private final CheckRules rules;
    private final LocalDate from;

    JobWatch(Hindsight hindsight, CheckRules rules, LocalDate from) {
        this.hindsight = hindsight;
        this.before = hindsight.before(from);
        this.now = hindsight.now();
        this.rules = rules;
        this.from = from;
    }

    /** All that is to be said of a job. */
    JobCheck check(ObservedJob job, Expectations expectations, List<CheckedRun> checked) {
        List<Run> looked = Evenly.some(
                job.runs().stream()
                        .filter(run -> !day(run).isBefore(from.minusDays(BACK)))
                        .toList(),
                MOST);
        Sizes sizes = new Sizes(job.usual());
        Trend size = sizes.trend(looked);
        List<Double> today = logs(now.forecasts(looked));
        Optional<LevelMove> level = LevelMove.of(levels(looked, today, size.isSure()), from);
        List<Double> usual = logs(now.forecasts(
                job.usual(),
                Collections.nCopies(looked.size(), job.usual().scaleOut()),
                looked.stream().map(sizes::usualWithSizeOf).toList()));
        List<Double> translation = IntStream.range(0, looked.size())
                .mapToObj(i -> today.get(i) - usual.get(i))
                .toList();
        Trend runtime = Trend.of(withoutStep(series(looked, translation), level));
        return new JobCheck(
                job,
                expectations,
                rules.since(),
                from,
                checked,
                level,
                new Growth(Growth.perMonth(size), Growth.perMonth(runtime)),
                scaling(checked, level),
                rules.deadlines().of(job.algorithm()).map(seconds -> deadline(seconds, level)
                        .check(job, sizes.usualNow(size), runtime, checked)));
    }

    /** After a step the model has still to learn; what was known before is right but for its height. */
    private DeadlineWatch deadline(double seconds, Optional<LevelMove> level) {
        return level.filter(move -> !move.gradual())
                .map(move -> new DeadlineWatch(before, move.ratio(), rules, seconds))
                .orElse(new DeadlineWatch(now, 1, rules, seconds));
    }

    private LevelMove.Levels levels(List<Run> looked, List<Double> today, boolean growing) {
        List<Forecast> frozen = before.forecasts(looked);
        double[] deviations = frozen.stream()
                .flatMap(forecast -> forecast.distribution().stream())
                .mapToDouble(runtime -> Math.log(runtime.quantile(ONE_DEVIATION) / runtime.median()))
                .toArray();
        double doubt = deviations.length == 0 ? UNSURE : SHARED * DaySeries.median(deviations);
        return new LevelMove.Levels(series(looked, logs(frozen)), series(looked, today), doubt, growing);
    }

    /** Since the last step, as far as there is one: what comes of that is told otherwise. */
    private Optional<ScalingLoss> scaling(List<CheckedRun> checked, Optional<LevelMove> level) {
        LocalDate start =
                level.filter(move -> !move.gradual()).map(LevelMove::since).orElse(from);
        List<Run> runs = checked.stream()
                .map(CheckedRun::run)
                .filter(run -> !day(run).isBefore(start))
                .toList();
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        List<Double> expected = logs(before.forecasts(runs));
        List<Double> differences = IntStream.range(0, runs.size())
                .mapToObj(i -> Math.log(runs.get(i).runtime()) - expected.get(i))
                .toList();
        Run newest = runs.get(runs.size() - 1);
        List<Double> curve = logs(before.forecasts(
                newest,
                List.of(ScalingLoss.least(runs), ScalingLoss.most(runs)),
                Collections.nCopies(2, hindsight.essential(newest))));
        return ScalingLoss.of(runs, differences, curve.get(1) - curve.get(0));
    }

    /** The sizes of a job's data, if it has such a property. */
    final class Sizes {

        private final Run usual;
        private final Optional<String> property;

        Sizes(Run usual) {
            this.usual = usual;
            this.property = usual.properties()
                    .definitions()
                    .withRole(Role.DATA_SIZE)
                    .filter(name -> usual.properties().number(name).orElse(0) > 0);
        }

        Trend trend(List<Run> runs) {
            List<DayValue> sizes = runs.stream()
                    .filter(run -> property.map(
                                    name -> run.properties().number(name).orElse(0) > 0)
                            .orElse(false))
                    .map(run -> new DayValue(
                            day(run),
                            Math.log(run.properties()
                                    .number(property.orElseThrow())
                                    .getAsDouble())))
                    .toList();
            return Trend.of(new DaySeries(sizes));
        }

        /** The essential properties of the usual run, with the size of another one. */
        Map<String, String> usualWithSizeOf(Run run) {
            return with(property.flatMap(run::property));
        }

        /** With the size that its data have now. */
        Map<String, String> usualNow(Trend size) {
            return with(property.filter(name -> size.isSure())
                    .map(name -> new BigDecimal(Math.exp(size.height()), new MathContext(6)).toPlainString())
                    .or(() -> property.flatMap(usual::property)));
        }

        private Map<String, String> with(Optional<String> size) {
            Map<String, String> essential = hindsight.essential(usual);
            property.ifPresent(name -> size.ifPresent(text -> essential.put(name, text)));
            return essential;
        }
    }

    private static DaySeries withoutStep(DaySeries series, Optional<LevelMove> level) {
        return level.filter(move -> !move.gradual())
                .map(move -> new DaySeries(series.points().stream()
                        .map(point -> point.day().isBefore(move.since())
                                ? point
                                : new DayValue(point.day(), point.value() - Math.log(move.ratio())))
                        .toList()))
                .orElse(series);
    }

    /** What runs took, in ln seconds, less what was expected. */
    private static DaySeries series(List<Run> runs, List<Double> expected) {
        return new DaySeries(IntStream.range(0, runs.size())
                .mapToObj(
                        i -> new DayValue(day(runs.get(i)), Math.log(runs.get(i).runtime()) - expected.get(i)))
                .toList());
    }

    static List<Double> logs(List<Forecast> forecasts) {
        return forecasts.stream()
                .map(forecast -> Math.log(AlgorithmCheck.usable(forecast).runtime()))
                .toList();
    }

    private static LocalDate day(Run run) {
        return run.measured().orElseThrow();
    }
}
