package io.bellamy.evaluation;

import io.bellamy.job.Context;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Role;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Which contexts a method may learn from before it sees the held-out one. */
public enum Support {
    /** all others */
    FULL,
    /**
     * only those that look quite different: another machine type, other data characteristics, other arguments and a data
     * size outside 0.8 to 1.2 times, as far as the algorithm's contexts differ in these
     */
    FILTERED,
    /** none: only the points of the context itself */
    LOCAL;

    /** What contexts differ in that look quite different. */
    static final List<Role> LOOKS =
            List.of(Role.MACHINE_TYPE, Role.DATA_CHARACTERISTICS, Role.ARGUMENTS, Role.DATA_SIZE);

    private static final double CLOSE_BELOW = 0.8;
    private static final double CLOSE_ABOVE = 1.2;

    /** The contexts that support a held-out one. */
    List<Context> of(Context heldOut, List<Context> all) {
        List<Context> others =
                all.stream().filter(context -> !context.equals(heldOut)).toList();
        return switch (this) {
            case FULL -> others;
            case FILTERED -> {
                List<Role> varying = varying(all);
                yield others.stream()
                        .filter(context -> varying.stream().allMatch(role -> differ(context, heldOut, role)))
                        .toList();
            }
            case LOCAL -> List.of();
        };
    }

    /** In which of their looks the contexts of an algorithm differ at all. */
    static List<Role> varying(List<Context> contexts) {
        return LOOKS.stream()
                .filter(role -> contexts.stream()
                                .map(context -> property(context, role).map(context::value))
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }

    private static boolean differ(Context one, Context other, Role role) {
        String property = property(one, role).orElseThrow();
        if (role != Role.DATA_SIZE) {
            return !one.value(property).equals(other.value(property));
        }
        OptionalDouble size = values(one).number(property);
        OptionalDouble heldOut = values(other).number(property);
        if (size.isEmpty() || heldOut.isEmpty()) {
            return !one.value(property).equals(other.value(property));
        }
        double ratio = size.getAsDouble() / heldOut.getAsDouble();
        return !(ratio >= CLOSE_BELOW && ratio <= CLOSE_ABOVE);
    }

    private static Optional<String> property(Context context, Role role) {
        PropertyDefinitions definitions = values(context).definitions();
        return definitions.withRole(role);
    }

    private static PropertyValues values(Context context) {
        return context.runs().get(0).properties();
    }
}
