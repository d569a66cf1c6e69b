package io.bellamy.service;

import io.bellamy.data.Dataset;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.job.Companions;
import io.bellamy.job.Run;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for what is known beside an algorithm's runs, above all what other algorithms of a data set have shown. An algorithm with few runs of its own is taught by them: by so
 * many algorithms at most, in the order of their names, as they are when it is pretrained. New runs of theirs alone make no
 * model stale. Safe for several threads.
 */
final class CompanionRuns {

    private static final int MOST_ALGORITHMS = 20;

    private final DatasetCatalog datasets;

    /** Each data set is read once. */
    private final Map<String, Map<String, List<Run>>> known = new HashMap<>();

    CompanionRuns(DatasetCatalog datasets) {
        this.datasets = datasets;
    }

    /** What is known beside an algorithm's runs; no other algorithm where it has enough of its own. */
    Companions of(Dataset dataset) {
        return new Companions(
                dataset.algorithm(),
                dataset.stopped(),
                dataset.runs().size() >= Companions.ENOUGH ? Map.of() : others(dataset));
    }

    /** All other algorithms, however many runs it has. */
    Companions beside(Dataset dataset) {
        return new Companions(dataset.algorithm(), List.of(), others(dataset));
    }

    private Map<String, List<Run>> others(Dataset dataset) {
        Set<Run> own = new HashSet<>(dataset.runs());
        Map<String, List<Run>> others = new LinkedHashMap<>();
        known(dataset.target()).forEach((algorithm, runs) -> {
            // what two algorithms share to the last digit is one run, which tells nothing twice
            List<Run> different =
                    runs.stream().filter(run -> !own.contains(run)).toList();
            if (!algorithm.equals(dataset.algorithm()) && !different.isEmpty()) {
                others.put(algorithm, different);
            }
        });
        return others;
    }

    private synchronized Map<String, List<Run>> known(String target) {
        return known.computeIfAbsent(target, this::read);
    }

    private Map<String, List<Run>> read(String target) {
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        datasets.some(target, MOST_ALGORITHMS + 1, Optional.empty())
                .forEach((algorithm, dataset) -> runs.put(algorithm, dataset.runs()));
        return runs;
    }
}
