package io.bellamy.evaluation;

import io.bellamy.job.Context;
import io.bellamy.numerics.DecimalText;
import java.util.List;

/** Which contexts a method may learn from before it sees the held-out one. */
public enum Support {
    /** all others */
    FULL,
    /**
     * only those that look quite different: another machine type, other data characteristics, a data size outside 0.8 to
     * 1.2 times and, where the algorithm has several, other job arguments
     */
    FILTERED,
    /** none: only the points of the context itself */
    LOCAL;

    private static final double CLOSE_BELOW = 0.8;
    private static final double CLOSE_ABOVE = 1.2;

    /** The contexts that support a held-out one. */
    List<Context> of(Context heldOut, List<Context> all) {
        List<Context> others =
                all.stream().filter(context -> !context.equals(heldOut)).toList();
        return switch (this) {
            case FULL -> others;
            case FILTERED -> {
                boolean sameArguments = all.stream()
                                .map(context -> context.value("job_args"))
                                .distinct()
                                .count()
                        == 1;
                yield others.stream()
                        .filter(context -> differs(context, heldOut, "machine_type")
                                && differs(context, heldOut, "data_characteristics")
                                && (sameArguments || differs(context, heldOut, "job_args"))
                                && differsInSize(context, heldOut))
                        .toList();
            }
            case LOCAL -> List.of();
        };
    }

    private static boolean differs(Context one, Context other, String property) {
        return !one.value(property).equals(other.value(property));
    }

    private static boolean differsInSize(Context one, Context other) {
        var size = DecimalText.number(one.value("data_size_MB"));
        var heldOut = DecimalText.number(other.value("data_size_MB"));
        if (size.isEmpty() || heldOut.isEmpty()) {
            return differs(one, other, "data_size_MB");
        }
        double ratio = size.getAsDouble() / heldOut.getAsDouble();
        return !(ratio >= CLOSE_BELOW && ratio <= CLOSE_ABOVE);
    }
}
