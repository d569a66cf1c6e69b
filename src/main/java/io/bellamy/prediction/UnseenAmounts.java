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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells where machines that are asked about have more or less of something than those of any run, or of two things what no run had
 * together: nobody knows what that does.
 */
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
        List<String> names =
                optional.stream().filter(Property::numeric).map(Property::name).toList();
        List<String> alone = names.stream()
                .flatMap(name -> planned.stream()
                        .flatMap(run -> warning(name, own, run).stream())
                        .limit(1))
                .toList();
        return alone.isEmpty()
                ? planned.stream()
                        .flatMap(run -> together(names, run).stream())
                        .limit(1)
                        .toList()
                : alone;
    }

    /** Each amount may be known, and not both of one machine. */
    private Optional<String> together(List<String> names, PlannedRun run) {
        Machine every = machines.every();
        List<String> given = names.stream()
                .filter(name -> run.properties().decimal(name).isPresent())
                .filter(name -> every.told(name).perMachine().size() > 1)
                .toList();
        Set<List<BigDecimal>> known = given.size() < 2 ? Set.of() : every.together(given);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        List<BigDecimal> amounts = given.stream()
                .map(name ->
                        ToldByRuns.perMachine(run.properties().decimal(name).orElseThrow(), run.scaleOut()))
                .toList();
        boolean seen = known.stream().anyMatch(others -> IntStream.range(0, amounts.size())
                .allMatch(i -> isNear(amounts.get(i), List.of(others.get(i)))));
        return seen
                ? Optional.empty()
                : Optional.of("no run had "
                        + IntStream.range(0, amounts.size())
                                .mapToObj(
                                        i -> given.get(i) + " " + amounts.get(i).toPlainString())
                                .collect(Collectors.joining(" and "))
                        + " per " + counts.one() + " together");
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
