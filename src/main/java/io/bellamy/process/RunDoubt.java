package io.bellamy.process;

import java.util.List;

/**
 * How runs may lie about what others say of them.
 *
 * @param scatter about the median of their configuration
 * @param nugget the variance of that on top of what the kernel tells
 * @param probability of both
 */
record RunDoubt(RunScatter scatter, double nugget, double probability) {

    /** Where all is known that there is. */
    static RunDoubt none(RunScatter scatter) {
        return new RunDoubt(scatter, 0, 1);
    }

    /** All that is thinkable, by as much as is known. */
    static List<RunDoubt> all(RunScatter scatter, HeldOutSpread spread) {
        return scatter.doubts().stream()
                .flatMap(noise -> spread.nuggets(scatter.variance()).stream()
                        .map(nugget -> new RunDoubt(
                                scatter.with(scatter.deviation() * Math.sqrt(noise.factor()), scatter.freedom()),
                                nugget.factor(),
                                noise.probability() * nugget.probability())))
                .toList();
    }

    RunDoubt with(RunScatter other) {
        return new RunDoubt(other, nugget, probability);
    }
}
