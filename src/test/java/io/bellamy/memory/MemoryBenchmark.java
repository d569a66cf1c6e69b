package io.bellamy.memory;

import io.bellamy.job.MemoryUse;
import io.bellamy.job.MemoryUse.Ending;
import io.bellamy.job.PlannedRun;
import io.bellamy.memory.KnownNeed.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How good probabilities of spilling and dying are, on jobs whose needs are known: run by {@code src/bench/memory.sh}. The third figure
 * is what somebody would have who knew the need itself.
 */
final class MemoryBenchmark {

    private static final int JOBS = 60;
    private static final int ASKED = 50;

    private MemoryBenchmark() {}

    public static void main(String[] arguments) {
        System.out.println(
                "| told | runs known | Brier score: learned | share of runs | truth | log loss: learned | share"
                        + " of runs | truth | seconds to learn |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (Told told : Told.values()) {
            for (int known : List.of(8, 15, 30, 100)) {
                print(told, known);
            }
        }
    }

    private static void print(Told told, int known) {
        SplittableRandom random =
                new SplittableRandom(17L * known + List.of(Told.values()).indexOf(told));
        List<ForecastScore.ToldChance> learned = new ArrayList<>();
        List<ForecastScore.ToldChance> truth = new ArrayList<>();
        long nanos = 0;
        for (int job = 0; job < JOBS; job++) {
            KnownNeed drawn = KnownNeed.any(random);
            KnownNeed need = new KnownNeed(
                    drawn.megabytes(),
                    drawn.bySize(),
                    drawn.byScaleOut(),
                    drawn.bySlots(),
                    drawn.scatter(),
                    drawn.gap(),
                    told == Told.FAILURES ? 0.05 : 0);
            List<MemoryUse> runs = need.runs(random, known, told);
            long start = System.nanoTime();
            Optional<MemoryNeed> model = MemoryNeed.of(runs, KnownNeed.DEFINITIONS);
            nanos += System.nanoTime() - start;
            double share =
                    (runs.stream().filter(run -> happened(run.ending(), told)).count() + 0.5) / (known + 1);
            for (int i = 0; i < ASKED; i++) {
                PlannedRun setting = KnownNeed.anySetting(random);
                boolean came = happened(need.run(setting, random, Told.ALL).ending(), told);
                model.flatMap(some -> some.risk(setting))
                        .flatMap(risk -> ofSpilling(told) ? risk.spilling() : risk.dying())
                        .ifPresent(chance -> {
                            learned.add(new ForecastScore.ToldChance(chance, came, share));
                            truth.add(new ForecastScore.ToldChance(
                                    ofSpilling(told) ? need.spilling(setting) : need.dying(setting), came, share));
                        });
            }
        }
        ForecastScore score = ForecastScore.of(learned);
        ForecastScore best = ForecastScore.of(truth);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |%n",
                told.name().toLowerCase(Locale.ROOT),
                known,
                score.brier(),
                score.baseBrier(),
                best.brier(),
                score.logLoss(),
                score.baseLogLoss(),
                best.logLoss(),
                nanos / 1e9 / JOBS);
        score.bins()
                .forEach(bin -> System.err.printf(
                        Locale.ROOT,
                        "%s, %d runs known: told %.1f %%, happened %.1f %% of %d%n",
                        told,
                        known,
                        100 * bin.told(),
                        100 * bin.happened(),
                        bin.runs()));
    }

    private static boolean ofSpilling(Told told) {
        return told == Told.ALL || told == Told.TASKS;
    }

    private static boolean happened(Ending ending, Told told) {
        return ofSpilling(told) ? ending != Ending.FITS : ending == Ending.DIED || ending == Ending.FAILED;
    }
}
