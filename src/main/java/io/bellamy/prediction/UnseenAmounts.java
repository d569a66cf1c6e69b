package io.bellamy.prediction;

import io.bellamy.features.Property;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.ScaleOutUnit;
import io.bellamy.prediction.KnownMachines.Machine;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells where machines that are asked about have more or less of something than those of any run: nobody knows what that does. */
final class UnseenAmounts {

    private final KnownMachines machines;
    private final ScaleOutUnit counts;

    UnseenAmounts(KnownMachines machines, ScaleOutUnit counts) {
        this.machines = machines;
        this.counts = counts;
    }

    /**
     * What there is to say.
     *
     * @param optional the optional properties
     * @param context the essential ones
     * @param planned the runs asked about
     */
    List<String> warnings(List<Property> optional, Map<String, String> context, List<PlannedRun> planned) {
        Machine own = machines.of(context);
        return optional.stream()
                .filter(Property::numeric)
                .flatMap(property -> planned.stream()
                        .flatMap(run -> warning(property.name(), own, run).stream())
                        .limit(1))
                .toList();
    }

    private Optional<String> warning(String name, Machine own, PlannedRun run) {
        Optional<BigDecimal> amount =
                run.properties().decimal(name).map(total -> ToldByRuns.perMachine(total, run.scaleOut()));
        if (amount.isEmpty() || isNear(amount.get(), own.told(name).perMachine().keySet())) {
            return Optional.empty();
        }
        Collection<BigDecimal> known = machines.every().told(name).perMachine().keySet();
        return known.stream()
                .min(Comparator.comparingDouble((BigDecimal other) -> apart(amount.get(), other))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(nearest -> !isNear(amount.get(), List.of(nearest)))
                .map(nearest -> name + ": no run had " + amount.get().toPlainString() + " per " + counts.one()
                        + ", the nearest is " + nearest.toPlainString());
    }

    private static boolean isNear(BigDecimal amount, Collection<BigDecimal> known) {
        return known.stream().anyMatch(other -> apart(amount, other) < SeenValues.NEAR);
    }

    private static double apart(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0 ? 0 : Math.abs(Math.log(one.doubleValue() / other.doubleValue()));
    }
}
