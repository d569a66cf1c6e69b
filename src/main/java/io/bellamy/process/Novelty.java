package io.bellamy.process;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What of a place is as no run known: a machine type, an argument, a whole job. How much such values differ was learned from those that
 * are known; where these are few, it is not known well.
 *
 * @param variance of ln runtime that comes from it
 * @param deviation of the logarithm of that
 */
record Novelty(double variance, double deviation) {

    private static final Novelty NONE = new Novelty(0, 0);

    /** Of a place among others. */
    static Novelty of(RunKernel kernel, RunPlace place, List<RunPlace> known) {
        Set<Integer> shared = new HashSet<>();
        for (RunPlace other : known) {
            shared.add(place.shared(other));
        }
        double variance = 0;
        double doubt = 0;
        for (int mask : kernel.masks()) {
            if (shared.stream().noneMatch(bits -> (bits & mask) == mask)) {
                double own = kernel.ofTexts(mask, place);
                double deviation = VarianceDoubt.deviation(Terms.VARIANCE, Math.max(0, values(mask, known) - 1));
                variance += own;
                doubt += own * own * deviation * deviation;
            }
        }
        return variance > 0 ? new Novelty(variance, Math.sqrt(doubt) / variance) : NONE;
    }

    /** How many different values there are of some of the texts. */
    private static int values(int mask, List<RunPlace> known) {
        Set<List<String>> values = new HashSet<>();
        for (RunPlace place : known) {
            List<String> texts = place.texts();
            values.add(IntStream.range(0, texts.size())
                    .filter(i -> (mask >> i & 1) == 1)
                    .mapToObj(texts::get)
                    .toList());
        }
        return values.size();
    }

    /** What the variance may be. */
    List<VarianceDoubt> doubts() {
        return VarianceDoubt.of(deviation);
    }
}
