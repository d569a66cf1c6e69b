package io.bellamy.request;

import io.bellamy.features.BitEncoder;
import io.bellamy.features.Property;
import io.bellamy.job.Name;
import io.bellamy.job.Request;
import io.bellamy.job.ScaleOutRange;
import io.bellamy.problem.Problems;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a request against the properties that the configuration knows. */
public final class RequestReader {

    private static final int MOST_MACHINES = 1_000_000;
    private static final int LONGEST_VALUE = 1000;

    private final List<Property> essential;
    private final List<Property> optional;

    public RequestReader(List<Property> essential, List<Property> optional) {
        this.essential = essential;
        this.optional = optional;
    }

    /**
     * Reads a request.
     *
     * @throws io.bellamy.problem.InvalidInputException with every problem at once
     */
    public Request read(YamlSection root) {
        Problems problems = root.problems();
        Optional<String> target = name(root, "training_target");
        Optional<String> algorithm = name(root, "algorithm");
        Optional<ScaleOutRange> scaleOuts = scaleOuts(root);
        Map<String, String> essentialValues = properties(root.section("essential_properties"), essential);
        Map<String, String> optionalValues = properties(root.section("optional_properties"), optional);
        Map<String, String> perNode = properties(
                root.section("optional_properties_per_node"),
                optional.stream()
                        .filter(property -> property.encoder() instanceof BitEncoder)
                        .toList());
        perNode.keySet().stream()
                .filter(optionalValues::containsKey)
                .forEach(both -> problems.add(root.place("optional_properties_per_node") + ": " + both
                        + " must not be given for the cluster as well"));
        root.rejectUnknownKeys();
        problems.throwIfAny();
        return new Request(target, algorithm, scaleOuts.orElseThrow(), essentialValues, optionalValues, perNode);
    }

    private static Optional<String> name(YamlSection root, String key) {
        Optional<YamlScalar> given =
                root.scalar(key).filter(scalar -> !scalar.text().isBlank());
        given.ifPresent(scalar -> Name.objection(scalar.text()).ifPresent(scalar::reject));
        return given.map(YamlScalar::text);
    }

    private static Optional<ScaleOutRange> scaleOuts(YamlSection root) {
        Optional<Integer> least = root.requiredScalar("min_scale_out").flatMap(n -> n.integer(1, MOST_MACHINES));
        Optional<YamlScalar> upper = root.requiredScalar("max_scale_out");
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

    private static Map<String, String> properties(YamlSection section, List<Property> known) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Property property : known) {
            Optional<YamlScalar> given = section.scalar(property.name())
                    .filter(scalar -> !scalar.text().isBlank());
            given.ifPresent(scalar -> {
                Optional<String> objection = scalar.text().length() > LONGEST_VALUE
                        ? Optional.of("at most " + LONGEST_VALUE + " characters long")
                        : property.encoder().objection(scalar.text());
                objection.ifPresent(scalar::reject);
                values.put(property.name(), scalar.text().strip());
            });
        }
        section.rejectUnknownKeys();
        return values;
    }
}
