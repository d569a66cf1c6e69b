package io.bellamy.prediction;

import io.bellamy.data.Dataset;
import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the machines of a run have. */
public final class UsualSize {

    private UsualSize() {}

    /**
     * Memory and slots of one machine, by name, where runs on its machine type leave open which of several sizes is meant. What
     * all of them have is filled in anyway, and is told to be what all of them have.
     */
    public static Map<String, String> leftOpen(Run run, Dataset dataset, FeaturePipeline pipeline) {
        Map<String, String> amounts = new LinkedHashMap<>();
        Optional<String> machineType =
                dataset.definitions().withRole(Role.MACHINE_TYPE).filter(pipeline.essentialNames()::contains);
        // without machine types nothing is known by them
        List<Run> like = dataset.runs().stream()
                .filter(other -> machineType
                        .filter(name -> run.canonical(name).equals(other.canonical(name)))
                        .isPresent())
                .toList();
        Stream.of(Role.MEMORY, Role.SLOTS)
                .flatMap(role -> dataset.definitions().withRole(role).stream())
                .filter(name -> dataset.definitions().kind(name) == PropertyKind.NUMBER && isGiven(pipeline, name))
                .filter(name -> ToldByRuns.of(name, true, like).leavesOpen())
                .forEach(name -> ToldByRuns.of(name, true, List.of(run))
                        .amount()
                        .ifPresent(amount -> amounts.put(name, amount.toPlainString())));
        return amounts;
    }

    /** Can a request give what one machine has of it? */
    private static boolean isGiven(FeaturePipeline pipeline, String name) {
        return pipeline.optional().stream()
                .anyMatch(property -> property.numeric() && property.name().equals(name));
    }
}
