package io.bellamy.request;

import io.bellamy.features.Property;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.Request.ListedType;
import io.bellamy.job.ScaleOutRange;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.request.MachineSizeReader.MachineSize;
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
    private static final int MOST_MACHINE_SIZES = 50;
    private static final String MACHINE_TYPES = "machine_types";

    private final MachineSizeReader sizes;

    AlternativeReader(List<Property> optional) {
        this.sizes = new MachineSizeReader(optional, MOST_MACHINE_SIZES);
    }

    /**
     * What differs between the machine types and sizes of a request.
     *
     * @param machineType where the request lists several
     * @param scaleOuts the scale-outs asked about
     * @param size of one machine
     */
    record Alternative(Optional<ListedType> machineType, ScaleOutRange scaleOuts, MachineSize size) {}

    /** One for each machine type and size, or the only one. */
    List<Alternative> read(YamlSection root, Map<String, String> optionalValues) {
        List<MachineSize> common = sizes.read(root, optionalValues);
        YamlSection types = root.section(MACHINE_TYPES);
        if (types.isEmpty()) {
            return bounded(
                    root,
                    scaleOuts(root, root).stream()
                            .flatMap(range ->
                                    common.stream().map(size -> new Alternative(Optional.empty(), range, size)))
                            .toList());
        }
        checkTypes(root, types);
        List<Alternative> alternatives = new ArrayList<>();
        for (String type : types.keys().stream().limit(MOST_TYPES).toList()) {
            YamlSection own = types.section(type);
            List<MachineSize> given = sizes.read(own, optionalValues);
            boolean none = given.stream().allMatch(size -> size.amounts().isEmpty());
            ListedType listed = new ListedType(type.strip(), root.place(MACHINE_TYPES));
            scaleOuts(own, root).ifPresent(range -> (none ? common : given)
                    .forEach(size -> alternatives.add(new Alternative(Optional.of(listed), range, size))));
            own.rejectUnknownKeys();
        }
        root.problems().throwIfAny();
        return bounded(root, alternatives);
    }

    private static List<Alternative> bounded(YamlSection root, List<Alternative> alternatives) {
        int candidates = alternatives.stream()
                .mapToInt(alternative -> alternative.scaleOuts().size())
                .sum();
        if (alternatives.size() > 1 && candidates > ScaleOutRange.LARGEST) {
            boolean types = alternatives.get(0).machineType().isPresent();
            root.problems()
                    .add((types ? root.place(MACHINE_TYPES) : root.place()) + ": has " + candidates
                            + " scale-outs together, must be at most " + ScaleOutRange.LARGEST);
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
