package io.bellamy.features;

import io.bellamy.job.Run;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the features are, before any run was seen.
 *
 * @param essential the properties that make the context, in order
 * @param optional the properties that help where they are known, in order
 */
public record FeaturePipeline(List<Property> essential, List<Property> optional) {

    public FeaturePipeline {
        essential = List.copyOf(essential);
        optional = List.copyOf(optional);
        if (essential.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one essential property");
        }
    }

    /** Learns the ranges of the scale-out features and which values there are from runs, of which there is at least one. */
    public FittedPipeline fit(List<Run> runs) {
        Map<ScaleOutFeature, MinMaxScaler> scalers = new EnumMap<>(ScaleOutFeature.class);
        for (ScaleOutFeature feature : ScaleOutFeature.values()) {
            scalers.put(
                    feature,
                    MinMaxScaler.fit(runs.stream()
                            .mapToDouble(run -> feature.of(run.scaleOut()))
                            .toArray()));
        }
        Map<String, List<String>> seen = new TreeMap<>();
        Stream.concat(essential.stream(), optional.stream())
                .forEach(property -> seen.put(property.name(), values(property, runs)));
        return new FittedPipeline(scalers, essential, optional, seen);
    }

    /** The same with one more text that makes the context, encoded as other texts are. */
    public FeaturePipeline withText(String property) {
        PropertyEncoder encoder = Stream.concat(essential.stream(), optional.stream())
                .filter(known -> !known.numeric())
                .map(Property::encoder)
                .findFirst()
                .orElseGet(() -> NgramHasher.of(essential.get(0).encoder().length()));
        List<Property> more = new ArrayList<>(essential);
        more.add(new Property(property, encoder));
        return new FeaturePipeline(more, optional);
    }

    /** The names of the properties that make the context, in order. */
    public List<String> essentialNames() {
        return essential.stream().map(Property::name).toList();
    }

    /** The names of all properties, the essential ones first. */
    public List<String> names() {
        return Stream.concat(essential.stream(), optional.stream())
                .map(Property::name)
                .toList();
    }

    /** Is a property of this name a number? */
    public boolean isNumber(String name) {
        return Stream.concat(essential.stream(), optional.stream())
                .anyMatch(property -> property.name().equals(name) && property.numeric());
    }

    /** What a value of this property must be, where it can't be encoded. A blank number is no number of a run's context. */
    public Optional<String> objection(String name, String value) {
        Optional<Property> property = Stream.concat(essential.stream(), optional.stream())
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        boolean blankEssentialNumber = value.isBlank()
                && property.filter(essential::contains)
                        .filter(Property::numeric)
                        .isPresent();
        return blankEssentialNumber ? Optional.of("a number") : property.flatMap(p -> p.objection(value));
    }

    private static List<String> values(Property property, List<Run> runs) {
        return runs.stream()
                .flatMap(run -> run.property(property.name()).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
