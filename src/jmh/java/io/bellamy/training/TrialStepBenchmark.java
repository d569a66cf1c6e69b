package io.bellamy.training;

import ai.djl.ndarray.NDManager;
import io.bellamy.natives.TensorEngine;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One step of K trials of the original's network, 64 rows each: an epoch of a data set that has no more rows, with the
 * validation of a single one.
 */
@State(Scope.Benchmark)
public class TrialStepBenchmark {

    @Param({"1", "4", "12", "32"})
    public int trials;

    @Param({"kernel", "tensors"})
    public String implementation;

    private NDManager manager;
    private TrialGroup<RunningNetwork> stack;

    @Setup(Level.Trial)
    public void start() {
        List<Integer> rows =
                new ArrayList<>(IntStream.range(0, Grep.RUNS.size()).boxed().toList());
        Shuffling.shuffle(rows, new Seed(0).generator());
        ValidationSplit.Rows split = new ValidationSplit.Rows(rows.subList(0, 64), rows.subList(64, 65));
        List<RunningNetwork> slots = Grep.slots(trials);
        if (implementation.equals("tensors")) {
            manager = TensorEngine.newManager();
            stack = new TrialStack(manager, slots, Grep.ENCODED, split, Grep.OPTIONS);
        } else {
            stack = new NetworkGroup(slots, Grep.ENCODED, split, Grep.OPTIONS);
        }
    }

    @Benchmark
    public List<Optional<TrialGroup.EpochReport>> step() {
        return stack.round();
    }

    @TearDown(Level.Trial)
    public void end() {
        stack.close();
        if (manager != null) {
            manager.close();
        }
    }
}
