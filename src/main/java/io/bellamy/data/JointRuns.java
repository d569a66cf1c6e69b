package io.bellamy.data;

import io.bellamy.data.Dataset.DataFile;
import io.bellamy.job.JoinedRuns;
import io.bellamy.job.Run;
import io.bellamy.numerics.Evenly;
import io.bellamy.problem.BellamyException;
import io.bellamy.problem.NothingToWorkWithException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Some runs of all algorithms of a data set together: what is known where an algorithm has no model of its own. The work does not
 * grow with the data set: so many algorithms at most, evenly among all, and so many runs, evenly among each one's.
 */
final class JointRuns {

    private static final int MOST_ALGORITHMS = 20;
    private static final int MOST_RUNS = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(JointRuns.class);

    private final String target;
    private final List<String> algorithms;
    private final Function<String, Dataset> load;

    /**
     * Of a data set.
     *
     * @param load reads the runs of an algorithm
     */
    JointRuns(String target, Set<String> algorithms, Function<String, Dataset> load) {
        this.target = target;
        this.algorithms = List.copyOf(algorithms);
        this.load = load;
    }

    /**
     * Reads them.
     *
     * @param own an algorithm that is among them with all its runs, if it has any
     * @throws NothingToWorkWithException if no algorithm has runs that can be read
     */
    Dataset of(Optional<String> own) {
        Set<String> chosen = new LinkedHashSet<>(Evenly.some(algorithms, MOST_ALGORITHMS));
        own.filter(algorithms::contains).ifPresent(chosen::add);
        Map<String, Dataset> read = new LinkedHashMap<>();
        for (String algorithm : chosen) {
            try {
                read.put(algorithm, load.apply(algorithm));
            } catch (BellamyException unreadable) {
                // whoever asks about that algorithm itself is told more loudly
                LOG.info("{} {} teaches no other algorithm: {}", target, algorithm, unreadable.getMessage());
            }
        }
        if (read.isEmpty()) {
            throw new NothingToWorkWithException("data set " + target + " has no algorithm whose runs can be read");
        }
        int each = MOST_RUNS / read.size();
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        List<DataFile> files = new ArrayList<>();
        read.forEach((algorithm, dataset) -> {
            boolean whole = own.equals(Optional.of(algorithm));
            runs.put(algorithm, whole ? dataset.runs() : Evenly.some(dataset.runs(), each));
            files.addAll(dataset.files());
        });
        List<Run> joined = JoinedRuns.of(runs);
        return new Dataset(
                target,
                DatasetCatalog.ALL,
                joined,
                List.of(),
                files,
                joined.get(0).properties().definitions(),
                List.of());
    }
}
