package io.bellamy.report;

import io.bellamy.launch.LaunchPlan;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file of properties, as {@code spark-submit --properties-file} and {@code spark-defaults.conf} have them. */
public final class SparkConfText implements LaunchText {

    @Override
    public String of(LaunchPlan plan) {
        return Stream.of(plan.numbers(), plan.sizes())
                .map(Map::entrySet)
                .flatMap(properties -> properties.stream())
                .map(property -> property.getKey() + " " + property.getValue() + System.lineSeparator())
                .collect(Collectors.joining());
    }
}
