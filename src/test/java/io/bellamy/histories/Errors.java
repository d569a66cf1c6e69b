package io.bellamy.histories;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How far answers are from what was measured; what is not known is not a number.
 *
 * @param relative the mean of |predicted - measured| / measured
 * @param signed the mean of (predicted - measured) / measured
 * @param held the share of what was measured inside of the 90 % intervals
 * @param answered how many answers
 * @param asked how many questions
 */
record Errors(double relative, double signed, double held, int answered, int asked) {

    /**
     * An answer beside what was measured.
     *
     * @param context where it was asked
     * @param predicted seconds; not a number where there is no answer
     * @param right seconds that should have been predicted
     * @param isHeld whether the run that was measured lies in the interval
     */
    record Compared(String context, double predicted, double right, boolean isHeld) {

        private boolean isAnswer() {
            return !Double.isNaN(predicted);
        }

        private double error() {
            return (predicted - right) / right;
        }
    }

    /** Averaged over the answers about a context, then over contexts, as an evaluation does it. */
    static Errors of(List<Compared> all) {
        Collection<List<Compared>> contexts = all.stream()
                .filter(Compared::isAnswer)
                .collect(Collectors.groupingBy(Compared::context))
                .values();
        return new Errors(
                mean(contexts, one -> Math.abs(one.error())),
                mean(contexts, Compared::error),
                mean(contexts, one -> one.isHeld() ? 1 : 0),
                contexts.stream().mapToInt(List::size).sum(),
                all.size());
    }

    private static double mean(Collection<List<Compared>> contexts, ToDoubleFunction<Compared> figure) {
        return contexts.stream()
                .mapToDouble(context ->
                        context.stream().mapToDouble(figure).average().orElseThrow())
                .average()
                .orElse(Double.NaN);
    }
}
