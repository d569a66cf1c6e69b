package io.bellamy.data;

import io.bellamy.data.Dataset.DataFile;
import io.bellamy.job.JoinedRuns;
import io.bellamy.job.Run;
import io.bellamy.numerics.Evenly;
import io.bellamy.problem.NothingToWorkWithException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Some runs of all algorithms of a data set together: what is known where an algorithm has no model of its own. The work does not
 * grow with the data set: so many algorithms at most, evenly among all, and so many runs, evenly among each one's.
 */
final class JointRuns {

    static final int MOST_ALGORITHMS = 20;
    private static final int MOST_RUNS = 1000;

    private JointRuns() {}

    /**
     * Puts them together.
     *
     * @param read what is known of each algorithm
     * @param own an algorithm that is among them with all that is known of it, if it has any run
     * @throws NothingToWorkWithException if there is no algorithm
     */
    static Dataset of(String target, Map<String, Dataset> read, Optional<String> own) {
        if (read.isEmpty()) {
            throw new NothingToWorkWithException("data set " + target + " has no algorithm whose runs can be read");
        }
        int each = MOST_RUNS / read.size();
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        List<DataFile> files = new ArrayList<>();
        StringBuilder digests = new StringBuilder();
        read.forEach((algorithm, dataset) -> {
            boolean whole = own.equals(Optional.of(algorithm));
            runs.put(algorithm, whole ? dataset.known() : Evenly.some(dataset.known(), each));
            files.addAll(dataset.files());
            digests.append(algorithm).append(' ').append(dataset.digest()).append('\n');
        });
        List<Run> joined = JoinedRuns.of(runs);
        return new Dataset(
                target,
                DatasetCatalog.ALL,
                joined.stream().filter(Run::finished).toList(),
                joined.stream().filter(run -> !run.finished()).toList(),
                own.flatMap(name -> Optional.ofNullable(read.get(name)))
                        .map(Dataset::memory)
                        .orElse(List.of()),
                files,
                DigestUtils.sha256Hex(digests.toString()),
                joined.get(0).properties().definitions(),
                own.flatMap(name -> Optional.ofNullable(read.get(name)))
                        .orElse(read.values().iterator().next())
                        .counts(),
                List.of());
    }
}
