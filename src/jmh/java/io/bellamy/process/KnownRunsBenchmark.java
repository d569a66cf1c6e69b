package io.bellamy.process;

import io.bellamy.adaptation.RuntimeDistribution.Component;
import io.bellamy.job.Companions;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyValues;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A process that has taken in a history and is asked about eleven scale-outs of a job. */
@State(Scope.Benchmark)
public class KnownRunsBenchmark {

    private static final int JOBS = 5;
    private static final int LEARNED = 60;
    private static final int SCALE_OUTS = 11;

    @Param({"400", "100000"})
    public int runs;

    private ProcessOfHistory known;
    private final PropertyValues asked = ProcessHistories.properties("c", "m", 61_000);

    @Setup(Level.Trial)
    public void load() {
        RunProcess process = ProcessFit.of(ProcessHistories.PIPELINE, histories(LEARNED * JOBS).runs, Companions.NONE)
                .orElseThrow()
                .process();
        known = new ProcessOfHistory(process, histories(runs).runs);
    }

    private static ProcessHistories histories(int runs) {
        ProcessHistories histories = new ProcessHistories(1);
        for (String job : List.of("a", "b", "c", "d", "e")) {
            histories.job(job, "m", runs / JOBS, 1, 0);
        }
        return histories;
    }

    /** From the question to the distributions. */
    @Benchmark
    public List<List<Component>> forecast() {
        ProcessForecast forecast = known.around(asked, List.of());
        List<List<Component>> forecasts = new ArrayList<>();
        for (int scaleOut = 2; scaleOut < 2 + SCALE_OUTS; scaleOut++) {
            forecasts.add(forecast.at(new PlannedRun(scaleOut, asked)));
        }
        return forecasts;
    }
}
