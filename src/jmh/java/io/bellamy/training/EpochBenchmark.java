package io.bellamy.training;

import io.bellamy.features.Property;
import io.bellamy.tuning.Seed;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An epoch of the original's network on c3o grep, validation included, as pretraining runs it. */
@State(Scope.Benchmark)
public class EpochBenchmark {

    @Param({"1", "12"})
    public int trials;

    private TrialGroup<RunningNetwork> stack;

    @Setup(Level.Trial)
    public void start() {
        List<String> essential =
                Grep.PIPELINE.essential().stream().map(Property::name).toList();
        ValidationSplit.Rows rows =
                Grep.OPTIONS.split().of(Grep.RUNS, Grep.OPTIONS, essential, new Seed(0).generator());
        stack = new NetworkGroup(Grep.slots(trials), Grep.ENCODED, rows, Grep.OPTIONS);
    }

    @Benchmark
    public List<Optional<TrialGroup.EpochReport>> epoch() {
        return stack.round();
    }
}
