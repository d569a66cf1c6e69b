package io.bellamy.request;

import io.bellamy.features.Property;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.Request.ListedType;
import io.bellamy.job.ScaleOutRange;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the scale-outs that a request asks about, for one machine type or several. */
final class AlternativeReader {

    private static final int MOST_MACHINES = 1_000_000;
    private static final int MOST_TYPES = 50;
    private static final String MACHINE_TYPES = "machine_types";
    private static final String PER_NODE = "optional_properties_per_node";

    private final List<Property> optional;

    AlternativeReader(List<Property> optional) {
        this.optional = optional;
    }

    /**
     * What differs between the machine types of a request.
     *
     * @param machineType where the request lists several
     * @param scaleOuts the scale-outs asked about
     * @param perNode optional properties of one machine
     */
    record Alternative(Optional<ListedType> machineType, ScaleOutRange scaleOuts, Map<String, String> perNode) {}

    /** One for each machine type, or the only one. */
    List<Alternative> read(YamlSection root, Map<String, String> optionalValues) {
        Map<String, String> perNode = perNode(root, optionalValues);
        YamlSection types = root.section(MACHINE_TYPES);
        if (types.isEmpty()) {
            return scaleOuts(root, root).stream()
                    .map(range -> new Alternative(Optional.empty(), range, perNode))
                    .toList();
        }
        checkTypes(root, types);
        List<Alternative> alternatives = new ArrayList<>();
        for (String type : types.keys().stream().limit(MOST_TYPES).toList()) {
            YamlSection own = types.section(type);
            Map<String, String> ownPerNode = perNode(own, optionalValues);
            scaleOuts(own, root)
                    .ifPresent(range -> alternatives.add(new Alternative(
                            Optional.of(new ListedType(type.strip(), root.place(MACHINE_TYPES))),
                            range,
                            ownPerNode.isEmpty() ? perNode : ownPerNode)));
            own.rejectUnknownKeys();
        }
        root.problems().throwIfAny();
        int candidates = alternatives.stream()
                .mapToInt(alternative -> alternative.scaleOuts().size())
                .sum();
        if (candidates > ScaleOutRange.LARGEST) {
            root.problems()
                    .add(root.place(MACHINE_TYPES) + ": has " + candidates + " scale-outs together, must be at most "
                            + ScaleOutRange.LARGEST);
        }
        return alternatives;
    }

    private static void checkTypes(YamlSection root, YamlSection types) {
        Problems problems = root.problems();
        if (types.keys().size() > MOST_TYPES) {
            problems.add(root.place(MACHINE_TYPES) + ": must be at most " + MOST_TYPES);
        }
        Map<String, String> spellings = new LinkedHashMap<>();
        for (String type : types.keys()) {
            PropertyReader.objection(type)
                    .ifPresent(rule -> problems.add(types.place(type) + ": the machine type must be " + rule));
            String other = spellings.putIfAbsent(PropertyKind.NAME.canonical(type), type);
            if (other != null) {
                problems.add(types.place(type) + ": means the same as " + Quoted.plain(other));
            }
        }
    }

    private Map<String, String> perNode(YamlSection section, Map<String, String> optionalValues) {
        Map<String, String> perNode = PropertyReader.read(
                section.section(PER_NODE),
                optional.stream().filter(Property::numeric).toList());
        perNode.keySet().stream().filter(optionalValues::containsKey).forEach(both -> section.problems()
                .add(section.place(PER_NODE) + ": " + both + " must not be given for the cluster as well"));
        return perNode;
    }

    /** Each end from a section or else from another. */
    private static Optional<ScaleOutRange> scaleOuts(YamlSection own, YamlSection other) {
        Optional<Integer> least = end(own, other, "min_scale_out").flatMap(n -> n.integer(1, MOST_MACHINES));
        Optional<YamlScalar> upper = end(own, other, "max_scale_out");
        Optional<Integer> most = upper.flatMap(n -> n.integer(1, MOST_MACHINES));
        if (least.isEmpty() || most.isEmpty()) {
            return Optional.empty();
        }
        if (most.get() < least.get() || most.get() - least.get() >= ScaleOutRange.LARGEST) {
            upper.get()
                    .reject("at least min_scale_out (" + least.get() + ") and less than " + ScaleOutRange.LARGEST
                            + " above it");
            return Optional.empty();
        }
        return Optional.of(new ScaleOutRange(least.get(), most.get()));
    }

    private static Optional<YamlScalar> end(YamlSection own, YamlSection other, String key) {
        Optional<YamlScalar> common = other.scalar(key);
        return own.has(key) || common.isEmpty() ? own.requiredScalar(key) : common;
    }
}
