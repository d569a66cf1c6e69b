package io.bellamy.features;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One value as hashed n-grams. */
@State(Scope.Benchmark)
public class HashingBenchmark {

    private final NgramHasher hasher = new NgramHasher(39, 1, 3, true);

    /** Not final, so that it is no constant to the compiler. */
    private String value = "100.0 150000000.0 0.5";

    @Benchmark
    public double[] hash() {
        return hasher.encode(value);
    }
}
