package io.bellamy.checking;

import io.bellamy.job.Role;
import io.bellamy.job.Run;
import io.bellamy.job.ScaleOutUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A job as its owners see it: the runs of an algorithm, or those with the same arguments where it has several.
 *
 * @param algorithm as the data set names it
 * @param arguments that its runs share, where others of the algorithm have others
 * @param counts what its scale-outs are numbers of
 * @param runs that came to their end, the newest last; those of which nobody knows the day first
 */
public record ObservedJob(String algorithm, Optional<String> arguments, ScaleOutUnit counts, List<Run> runs) {

    private static final int LAST = 10;

    /** Arguments that are another in nearly each run make no jobs. */
    private static final int RUNS_OF_A_JOB = 3;

    public ObservedJob {
        runs = List.copyOf(runs);
    }

    /**
     * The jobs of an algorithm.
     *
     * @param counts what its scale-outs are numbers of
     * @param runs that came to their end, at least one
     */
    public static List<ObservedJob> of(String algorithm, ScaleOutUnit counts, List<Run> runs) {
        List<Run> ordered = runs.stream()
                .sorted(Comparator.comparing(run -> run.measured().orElse(LocalDate.MIN)))
                .toList();
        Optional<String> property = ordered.get(0).properties().definitions().withRole(Role.ARGUMENTS);
        Map<String, List<Run>> groups = new LinkedHashMap<>();
        ordered.forEach(
                run -> groups.computeIfAbsent(property.map(run::canonical).orElse(""), arguments -> new ArrayList<>())
                        .add(run));
        if (groups.size() == 1 || groups.size() * RUNS_OF_A_JOB > runs.size()) {
            return List.of(new ObservedJob(algorithm, Optional.empty(), counts, ordered));
        }
        return groups.values().stream()
                .map(own -> new ObservedJob(algorithm, property.flatMap(own.get(0)::property), counts, own))
                .toList();
    }

    /** What it is called: {@code orders}, or {@code orders (--full)}. */
    public String name() {
        return algorithm + arguments.map(text -> " (" + text + ")").orElse("");
    }

    /** The median of the last ten runs by how long they took: its cluster and its time are the usual ones. */
    public Run usual() {
        List<Run> last = runs.subList(Math.max(0, runs.size() - LAST), runs.size()).stream()
                .sorted(Comparator.comparingDouble(Run::runtime))
                .toList();
        return last.get((last.size() - 1) / 2);
    }

    /** The day of its newest run, where that is known. */
    public Optional<LocalDate> newest() {
        return runs.get(runs.size() - 1).measured();
    }
}
