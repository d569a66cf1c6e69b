package io.bellamy.prediction;

import io.bellamy.data.Dataset;
import io.bellamy.features.FittedPipeline;
import io.bellamy.features.Property;
import io.bellamy.job.History;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Request;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import io.bellamy.numerics.DecimalText;
import io.bellamy.prediction.Answer.FilledIn;
import io.bellamy.problem.Counted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Completes the optional properties. What the request does not give is taken from the runs on the same machine type, per
 * machine, times the scale-out; what they do not tell stays unknown.
 */
public final class OptionalProperties {

    private static final int DIGITS = 6;

    private final PropertyDefinitions definitions;
    private final Map<String, IntFunction<String>> values = new LinkedHashMap<>();
    private final List<FilledIn> filledIn = new ArrayList<>();

    /** Scale-outs at which totals were taken from runs. */
    private final NavigableSet<Integer> known = new TreeSet<>();

    private OptionalProperties(PropertyDefinitions definitions) {
        this.definitions = definitions;
    }

    /**
     * What a request gives, and what is known where it does not.
     *
     * @param context the essential properties
     */
    static OptionalProperties of(
            FittedPipeline pipeline, Dataset dataset, Request request, Map<String, String> context) {
        PropertyDefinitions definitions = dataset.definitions();
        OptionalProperties properties = new OptionalProperties(definitions);
        SameMachine machine = SameMachine.of(definitions, dataset.runs(), context);
        for (Property property : pipeline.optional()) {
            String name = property.name();
            if (request.optional().containsKey(name)) {
                String given = pipeline.spelling(name, request.optional().get(name), definitions);
                properties.values.put(name, scaleOut -> given);
            } else if (request.optionalPerNode().containsKey(name)) {
                properties.give(
                        name,
                        DecimalText.parse(request.optionalPerNode().get(name)).orElseThrow(),
                        machine.runs());
            } else {
                properties.fill(name, dataset.runs(), machine);
            }
        }
        return properties;
    }

    /**
     * What is known where a request gives none of them.
     *
     * @param optional the optional properties
     * @param definitions what the properties are
     * @param runs all that are known
     * @param context the essential properties
     */
    public static OptionalProperties filledIn(
            List<Property> optional, PropertyDefinitions definitions, List<Run> runs, Map<String, String> context) {
        OptionalProperties properties = new OptionalProperties(definitions);
        SameMachine machine = SameMachine.of(definitions, runs, context);
        optional.forEach(property -> properties.fill(property.name(), runs, machine));
        return properties;
    }

    /** The runs on the machine type of a context, none where it has none. */
    private record SameMachine(String type, List<Run> runs) {

        static SameMachine of(PropertyDefinitions definitions, List<Run> runs, Map<String, String> context) {
            Optional<String> property = definitions.withRole(Role.MACHINE_TYPE).filter(context::containsKey);
            return property.map(name -> new SameMachine(
                            context.get(name), new History(runs).matching(Map.of(name, context.get(name)))))
                    .orElse(new SameMachine("", List.of()));
        }
    }

    /** A run at a scale-out, with its essential properties and what is known of the optional ones there. */
    public PlannedRun planned(int scaleOut, Map<String, String> essential) {
        List<PlannedRun.StandIn> standIns = new ArrayList<>();
        standIns(scaleOut)
                .forEach((other, share) -> standIns.add(new PlannedRun.StandIn(properties(other, essential), share)));
        return new PlannedRun(scaleOut, properties(scaleOut, essential), standIns);
    }

    private PropertyValues properties(int scaleOut, Map<String, String> essential) {
        Map<String, String> properties = new LinkedHashMap<>(essential);
        properties.putAll(at(scaleOut));
        return PropertyValues.of(definitions, properties);
    }

    /** The values known at a scale-out, by name. */
    private Map<String, String> at(int scaleOut) {
        Map<String, String> known = new LinkedHashMap<>();
        values.forEach((name, value) -> known.put(name, value.apply(scaleOut)));
        return known;
    }

    List<FilledIn> filledIn() {
        return List.copyOf(filledIn);
    }

    /**
     * The scale-outs whose values stand for those of a scale-out, with their weights. The network sees totals as bit
     * patterns, of which it knows only those of scale-outs that were run: in between, two neighbours stand in by their
     * distance on the logarithmic scale, and beyond them the last one does.
     */
    private Map<Integer, Double> standIns(int scaleOut) {
        if (known.isEmpty() || known.contains(scaleOut)) {
            return Map.of(scaleOut, 1.0);
        }
        Integer below = known.floor(scaleOut);
        Integer above = known.ceiling(scaleOut);
        if (below == null || above == null) {
            return Map.of(below == null ? above : below, 1.0);
        }
        double share = Math.log((double) scaleOut / below) / Math.log((double) above / below);
        return Map.of(below, 1 - share, above, share);
    }

    /** Names of what stays unknown, though pretraining knew it. */
    List<String> unknown(FittedPipeline pipeline) {
        return pipeline.optional().stream()
                .map(Property::name)
                .filter(name -> !values.containsKey(name)
                        && !pipeline.seen().getOrDefault(name, List.of()).isEmpty())
                .toList();
    }

    /** What the runs would have told counts the same where the request tells it. */
    private void give(String name, BigDecimal amount, List<Run> runs) {
        values.put(name, times(amount));
        BigDecimal rounded = amount.setScale(DIGITS, RoundingMode.HALF_EVEN);
        runs.stream()
                .filter(run -> run.property(name).isPresent())
                .filter(run -> new Total(run.properties().decimal(name).orElseThrow(), run.scaleOut())
                                .perMachine()
                                .compareTo(rounded)
                        == 0)
                .forEach(run -> known.add(run.scaleOut()));
    }

    private void fill(String name, List<Run> runs, SameMachine machine) {
        if (definitions.kind(name) == PropertyKind.NUMBER) {
            fillNumber(name, machine);
        } else {
            fillText(name, machine.runs().isEmpty() ? runs : machine.runs());
        }
    }

    private void fillNumber(String name, SameMachine machine) {
        List<Run> telling = machine.runs().stream()
                .filter(run -> run.property(name).isPresent())
                .toList();
        String from = Counted.of(telling.size(), "run") + (machine.type().isEmpty() ? "" : " on " + machine.type());
        only(telling.stream()
                        .map(run -> new Total(run.properties().decimal(name).orElseThrow(), run.scaleOut()))
                        .distinct()
                        .map(Total::perMachine)
                        .collect(Collectors.toSet()))
                .ifPresentOrElse(
                        amount -> {
                            values.put(name, times(amount));
                            telling.forEach(run -> known.add(run.scaleOut()));
                            filledIn.add(new FilledIn(name, amount.toPlainString() + " per machine x scale-out", from));
                        },
                        () -> fillConstant(name, telling, from));
    }

    private void fillText(String name, List<Run> runs) {
        List<Run> telling =
                runs.stream().filter(run -> run.property(name).isPresent()).toList();
        fillConstant(name, telling, Counted.of(telling.size(), "run"));
    }

    private void fillConstant(String name, List<Run> telling, String from) {
        only(telling.stream().map(run -> run.property(name).orElseThrow()).collect(Collectors.toSet()))
                .ifPresent(value -> {
                    values.put(name, scaleOut -> value);
                    filledIn.add(new FilledIn(name, value, from));
                });
    }

    private static <T> Optional<T> only(Set<T> found) {
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /** The total of a number of machines. */
    private record Total(BigDecimal amount, int scaleOut) {

        BigDecimal perMachine() {
            return amount.divide(BigDecimal.valueOf(scaleOut), DIGITS, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros();
        }
    }

    private static IntFunction<String> times(BigDecimal amount) {
        return scaleOut -> amount.multiply(BigDecimal.valueOf(scaleOut))
                .stripTrailingZeros()
                .toPlainString();
    }
}
