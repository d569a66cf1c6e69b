package io.bellamy.prediction;

import io.bellamy.features.Property;
import io.bellamy.job.History;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PlannedRun.StandIn;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.PropertyValue;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Request;
import io.bellamy.job.Run;
import io.bellamy.job.ScaleOutUnit;
import io.bellamy.numerics.DecimalText;
import io.bellamy.prediction.Answer.FilledIn;
import io.bellamy.prediction.KnownMachines.Machine;
import io.bellamy.problem.Counted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Completes the optional properties. What the request does not give is taken from the runs on the same machine type, per
 * machine, times the scale-out; what they do not tell stays unknown.
 */
public final class OptionalProperties {

    private final PropertyDefinitions definitions;
    private final Map<String, IntFunction<PropertyValue>> values = new LinkedHashMap<>();
    private final List<Function<ScaleOutUnit, FilledIn>> filledIn = new ArrayList<>();

    /** What runs tell of those that have no value: none, or several. */
    private final Map<String, ToldByRuns> open = new LinkedHashMap<>();

    /** Scale-outs at which totals were taken from runs. */
    private final NavigableSet<Integer> known = new TreeSet<>();

    private OptionalProperties(PropertyDefinitions definitions) {
        this.definitions = definitions;
    }

    /**
     * What a request gives, and what is known where it does not.
     *
     * @param optional the optional properties
     * @param context the essential properties
     */
    static OptionalProperties of(
            List<Property> optional,
            SeenValues seen,
            KnownMachines machines,
            Request request,
            Map<String, String> context) {
        OptionalProperties properties = new OptionalProperties(machines.definitions());
        Machine machine = machines.of(context);
        for (Property property : optional) {
            String name = property.name();
            if (request.optional().containsKey(name)) {
                properties.put(name, seen.spelling(name, request.optional().get(name)));
            } else if (request.optionalPerNode().containsKey(name)) {
                BigDecimal amount =
                        DecimalText.parse(request.optionalPerNode().get(name)).orElseThrow();
                properties.put(name, amount);
                if (request.ofNewestRun().contains(name)) {
                    properties.tell(name, amount, "the newest run");
                }
                // what the runs would have told counts the same where the request tells it
                properties.known.addAll(machine.told(name).scaleOuts(amount));
            } else {
                properties.fill(name, machine, machines.type(context));
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
        KnownMachines machines = new KnownMachines(definitions, runs, new History(runs));
        Machine machine = machines.of(context);
        optional.forEach(property -> properties.fill(property.name(), machine, machines.type(context)));
        return properties;
    }

    private void put(String name, String text) {
        PropertyValue value = definitions.value(name, text);
        values.put(name, scaleOut -> value);
    }

    private void put(String name, BigDecimal perMachine) {
        values.put(
                name,
                scaleOut -> definitions.value(
                        name,
                        perMachine
                                .multiply(BigDecimal.valueOf(scaleOut))
                                .stripTrailingZeros()
                                .toPlainString()));
    }

    private void fill(String name, Machine machine, String type) {
        ToldByRuns told = machine.told(name);
        boolean number = definitions.kind(name) == PropertyKind.NUMBER;
        String from = Counted.of(told.runs(), "run") + (!number || type.isEmpty() ? "" : " on " + type);
        if (told.amount().isPresent()) {
            BigDecimal amount = told.amount().get();
            put(name, amount);
            known.addAll(told.scaleOuts(amount));
            tell(name, amount, from);
        } else if (told.text().isPresent()) {
            String text = told.text().get();
            put(name, text);
            filledIn.add(counts -> new FilledIn(name, text, from));
        } else {
            open.put(name, told);
        }
    }

    private void tell(String name, BigDecimal perMachine, String from) {
        filledIn.add(counts ->
                new FilledIn(name, perMachine.toPlainString() + " per " + counts.one() + " x scale-out", from));
    }

    /** A run at a scale-out, with its essential properties and what is known of the optional ones there. */
    public PlannedRun planned(int scaleOut, Map<String, String> essential) {
        return planned(IntStream.of(scaleOut), essential, Optional.empty()).get(0);
    }

    /** Runs at some scale-outs on a day. */
    List<PlannedRun> planned(IntStream scaleOuts, Map<String, String> essential, Optional<LocalDate> day) {
        Map<String, PropertyValue> own = new LinkedHashMap<>();
        essential.forEach((name, text) -> own.put(name, definitions.value(name, text)));
        Map<Integer, PropertyValues> made = new HashMap<>();
        IntFunction<PropertyValues> properties = scaleOut -> made.computeIfAbsent(scaleOut, at -> {
            Map<String, PropertyValue> all = new LinkedHashMap<>(own);
            values.forEach((name, value) -> all.put(name, value.apply(at)));
            return new PropertyValues(definitions, all);
        });
        return scaleOuts
                .mapToObj(scaleOut -> new PlannedRun(
                        scaleOut,
                        properties.apply(scaleOut),
                        day,
                        standIns(scaleOut).entrySet().stream()
                                .map(other -> new StandIn(properties.apply(other.getKey()), other.getValue()))
                                .toList()))
                .toList();
    }

    List<FilledIn> filledIn(ScaleOutUnit counts) {
        return filledIn.stream().map(one -> one.apply(counts)).toList();
    }

    /**
     * The scale-outs whose values stand for those of a scale-out, with their weights. The network sees totals as bit
     * patterns, of which it knows only those of scale-outs that were run: in between, two neighbours stand in by their
     * distance on the logarithmic scale, and beyond them the last one does.
     */
    private Map<Integer, Double> standIns(int scaleOut) {
        if (known.isEmpty() || known.contains(scaleOut)) {
            return Map.of();
        }
        Integer below = known.floor(scaleOut);
        Integer above = known.ceiling(scaleOut);
        if (below == null || above == null) {
            return Map.of(below == null ? above : below, 1.0);
        }
        double share = Math.log((double) scaleOut / below) / Math.log((double) above / below);
        return Map.of(below, 1 - share, above, share);
    }

    /** What stays unknown, though pretraining knew it, and why. */
    List<String> unknown(List<Property> optional, SeenValues seen, ScaleOutUnit counts) {
        return optional.stream()
                .map(Property::name)
                .filter(name -> open.containsKey(name) && seen.hasAny(name))
                .map(name -> open.get(name)
                        .several()
                        .map(amounts -> name + ": runs of this machine type have " + amounts + " per " + counts.one()
                                + "; left out, so say which")
                        .orElse(name + " is unknown for this machine type and left out"))
                .toList();
    }
}
