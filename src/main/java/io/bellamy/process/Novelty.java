package io.bellamy.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What of a job is as in no run known: a machine type, an argument, all of it. How much such values differ was learned from those
 * that are known; where these are few, it is not known well. Never changed.
 */
final class Novelty {

    private final RunKernel kernel;
    private final List<UnseenTexts> unseen = new ArrayList<>();

    /**
     * Texts that no run known shares.
     *
     * @param mask which: bit i is the i-th
     * @param deviation of the logarithm of the variance that comes from them
     */
    private record UnseenTexts(int mask, double deviation) {}

    /**
     * Of a job among runs.
     *
     * @param job any run of it
     */
    Novelty(RunKernel kernel, RunPlace job, List<RunPlace> known) {
        this.kernel = kernel;
        Set<Integer> shared = new HashSet<>();
        known.forEach(other -> shared.add(job.shared(other)));
        for (int mask : kernel.masks()) {
            if (shared.stream().noneMatch(bits -> (bits & mask) == mask)) {
                double freedom = Math.max(0, values(mask, known) - 1);
                unseen.add(new UnseenTexts(mask, VarianceDoubt.deviation(Terms.VARIANCE, freedom)));
            }
        }
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

    /** Whether anything is as in no run known. */
    boolean any() {
        return !unseen.isEmpty();
    }

    /** The texts of which no run has the value: 0 is the first. */
    List<Integer> values() {
        return unseen.stream()
                .map(UnseenTexts::mask)
                .filter(mask -> Integer.bitCount(mask) == 1)
                .map(Integer::numberOfTrailingZeros)
                .toList();
    }

    /**
     * The deviation of the logarithm of the variance at a place that comes from that.
     *
     * @param variance all of it, of ln runtime
     */
    double doubt(RunPlace place, double variance) {
        double doubt = 0;
        for (UnseenTexts texts : unseen) {
            double own = kernel.ofTexts(texts.mask(), place);
            doubt += own * own * texts.deviation() * texts.deviation();
        }
        return variance > 0 ? Math.sqrt(doubt) / variance : 0;
    }
}
