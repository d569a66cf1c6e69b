package io.bellamy.baseline;

import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Which runs are most like one that is asked about, by what is told of it.
 *
 * @param asked the run that is asked about
 */
record Likeness(PlannedRun asked) {

    /** Of a number that is told of one run alone, or has no logarithm: as far as a factor e. */
    private static final double UNLIKE = 1;

    /** Those for which a number is least. */
    static List<Run> least(List<Run> runs, ToDoubleFunction<Run> number) {
        double least = runs.stream().mapToDouble(number).min().orElse(Double.NaN);
        return runs.stream().filter(run -> number.applyAsDouble(run) == least).toList();
    }

    /** Those with the fewest texts that differ. */
    List<Run> sameTexts(List<Run> runs) {
        return least(runs, run -> asked.properties().names().stream()
                .filter(name -> kind(name) != PropertyKind.NUMBER)
                .filter(name -> !run.canonical(name).equals(asked.properties().canonical(name)))
                .count());
    }

    /** Those whose numbers are nearest, by their ratios; memory and slots a machine. */
    List<Run> nearest(List<Run> runs) {
        return least(runs, run -> asked.properties().names().stream()
                .filter(name -> kind(name) == PropertyKind.NUMBER)
                .mapToDouble(name -> distance(name, run))
                .sum());
    }

    /** How far the scale-out is from the one asked about, by their ratio. */
    double scaleOutDistance(Run run) {
        return Math.abs(Math.log((double) run.scaleOut() / asked.scaleOut()));
    }

    private double distance(String name, Run run) {
        OptionalDouble one = run.properties().number(name);
        OptionalDouble other = asked.properties().number(name);
        if (one.isEmpty() || other.isEmpty()) {
            return UNLIKE;
        }
        boolean ofAllMachines = Optional.of(name).equals(definitions().withRole(Role.MEMORY))
                || Optional.of(name).equals(definitions().withRole(Role.SLOTS));
        double machines = ofAllMachines ? (double) run.scaleOut() / asked.scaleOut() : 1;
        double ratio = one.getAsDouble() / other.getAsDouble() / machines;
        if (ratio > 0 && Double.isFinite(ratio)) {
            return Math.abs(Math.log(ratio));
        }
        return one.getAsDouble() == other.getAsDouble() ? 0 : UNLIKE;
    }

    private PropertyKind kind(String name) {
        return definitions().kind(name);
    }

    private PropertyDefinitions definitions() {
        return asked.properties().definitions();
    }
}
